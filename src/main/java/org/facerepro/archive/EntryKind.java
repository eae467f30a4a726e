package org.facerepro.archive;

import java.util.Map;

/** Says of entries by their names what they are. */
final class EntryKind {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "json", "application/json",
          "yaml", "application/yaml",
          "csv", "text/csv",
          "svg", "image/svg+xml",
          "txt", "text/plain",
          "npy", "application/octet-stream",
          "safetensors", "application/octet-stream");

  private static final String MEASURED = "scores and metrics in NumPy's format and JSON";

  /** Of entries by name, else of their folder. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(ResultArchive.RESULT, "verdict, gates, stages and metrics"),
          Map.entry(ResultArchive.SPEC, "specification as it was read"),
          Map.entry(ResultArchive.ENVIRONMENT, "machine and software"),
          Map.entry(ResultArchive.LEAKAGE, "what training and test sets share"),
          Map.entry(ResolvedPlan.FILE, "specification as it was carried out"),
          Map.entry(RunLog.FILE, "log of the run"),
          Map.entry(RoCrate.FILE, "description for other tools"),
          Map.entry(Manifest.FILE, "length and SHA-256 of the entries of a run"),
          Map.entry(TrialArchive.TRIAL, "numbers, intervals, gates and verdict over all seeds"),
          Map.entry(TrialArchive.TEXT, "the same for people"),
          Map.entry(TrialArchive.BASELINES, "what the trial was held against"));

  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          Map.entry("data", "what the pictures are, and their terms"),
          Map.entry("models", "card of the published network"),
          Map.entry("curves", "ROC as a table"),
          Map.entry("plots", "plot"),
          Map.entry(StageEntries.TRAIN, "log, curves, facts and weights of training"),
          Map.entry(StageEntries.ENSEMBLE, "facts and weights of networks side by side"),
          Map.entry(StageEntries.EMBED, "what was embedded"));

  private EntryKind() {}

  static String describe(String entry) {
    int run = TrialArchive.endOfFolder(entry);
    return run == 0
        ? plain(entry)
        : entry.substring(0, run - 1) + ": " + plain(entry.substring(run));
  }

  private static String plain(String entry) {
    int slash = entry.indexOf('/');
    String folder = slash < 0 ? "" : entry.substring(0, slash);
    return StageEntries.measures(folder)
        ? MEASURED
        : NAMES.getOrDefault(entry, FOLDERS.getOrDefault(folder, entry));
  }

  static String mediaType(String entry) {
    String ending = entry.substring(entry.lastIndexOf('.') + 1);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
