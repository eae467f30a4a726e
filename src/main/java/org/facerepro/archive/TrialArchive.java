package org.facerepro.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.archive.container.Content;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;

/**
 * Everything needed to check a trial again, in one file: the trial, what it was held against, and
 * below {@code seed<N>/} all that the archive of each run holds, entry by entry.
 *
 * <p>Runs are no archives within the archive, so that one manifest, one reading, and one set of
 * limits serve for all, and nothing is compressed twice; each still carries its own manifest and
 * description. The same runs give the same bytes.
 */
public final class TrialArchive {
  /** The entry with the trial, which an archive of one run does not have. */
  public static final String TRIAL = "trial.json";

  /** The entry with the trial for people. */
  public static final String TEXT = "trial.txt";

  /** The entry with what the trial was held against. */
  public static final String BASELINES = "baselines.json";

  private static final Pattern FOLDER = Pattern.compile("seed(0|-?[1-9][0-9]{0,18})/");

  private final SortedMap<String, Content> contents = new TreeMap<>();
  private final SortedMap<String, DataCard> cards = new TreeMap<>();
  private final List<Imprint> imprints = new ArrayList<>();
  private final List<Environment> environments = new ArrayList<>();
  private final List<Long> seeds = new ArrayList<>();

  private TrialArchive() {}

  /** Returns what the archive of a trial is called. */
  public static String name(Trial trial) {
    return name(trial.experiment(), trial.scale());
  }

  /** Returns what the archive of a trial is called. */
  public static String name(String experiment, String scale) {
    return "%s-%s-trial%s".formatted(experiment, scale, ResultArchive.ENDING);
  }

  /** Returns the folder of a run in the archive of its trial, with a slash at its end. */
  static String folder(long seed) {
    return "seed" + seed + "/";
  }

  /** Returns where the name within its run begins in the name of an entry; 0 if it is of no run. */
  static int endOfFolder(String entry) {
    Matcher folder = FOLDER.matcher(entry);
    return folder.lookingAt() ? folder.end() : 0;
  }

  /**
   * Packs a trial; memory does not depend on the number of scores, which are unpacked to a
   * temporary folder.
   *
   * @param text the trial for people
   * @param runs the archives of its runs, in the order of its seeds
   * @throws CorruptDataException if one of them is not intact
   * @throws StorageException if the archive cannot be written
   */
  public static void write(
      Path archive, Trial trial, TrialBaselines baselines, String text, List<Path> runs) {
    try {
      Path scratch = Files.createTempDirectory("facerepro-trial");
      try {
        TrialArchive packing = new TrialArchive();
        for (Path run : runs) {
          packing.add(run, Files.createTempDirectory(scratch, "run"));
        }
        Require.that(
            packing.seeds.equals(trial.seeds()),
            "runs",
            "those of seeds " + trial.seeds(),
            packing.seeds);
        packing.put(TRIAL, Json.pretty(trial));
        packing.put(BASELINES, Json.pretty(baselines));
        packing.put(TEXT, text.getBytes(StandardCharsets.UTF_8));
        packing.pack(archive, trial);
      } finally {
        AtomicFiles.deleteTree(scratch);
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot pack the runs of %s (%s)".formatted(archive, AtomicFiles.reason(e)), e);
    }
  }

  /** Lays all entries of a run into a folder of the archive of its trial. */
  static void lay(Contents run, String folder, SortedMap<String, Content> contents) {
    run.names().forEach(name -> contents.put(folder + name, run.content(name)));
  }

  private void put(String name, byte[] bytes) {
    contents.put(name, Content.of(bytes));
  }

  private void add(Path file, Path scratch) {
    Contents run = ArchiveReading.intact(file, scratch);
    RunResult result = run.read(ResultArchive.RESULT, RunResult.class);
    String folder = folder(result.seed());
    lay(run, folder, contents);
    for (RunResult.StageRecord stage : result.stages()) {
      String card = StageEntries.card(stage.name());
      if (run.holds(card)) {
        cards.put(folder + card, run.read(card, DataCard.class));
      }
    }
    Optional<Imprint> imprint = RoCrate.imprint(run.object(RoCrate.FILE));
    imprints.add(
        imprint.orElseThrow(
            () -> new CorruptDataException(file + " does not say who stands for it")));
    environments.add(run.read(ResultArchive.ENVIRONMENT, Environment.class));
    seeds.add(result.seed());
  }

  private void pack(Path archive, Trial trial) throws IOException {
    Manifest described = Manifest.of(contents);
    byte[] crate = RoCrate.of(subject(trial), environments.get(0), imprint(), cards, described);
    put(RoCrate.FILE, crate);
    ResultArchive.write(archive, contents, described.with(RoCrate.FILE, crate));
  }

  /** Takes who stands for the first run, dated on the day of the last. */
  private Imprint imprint() {
    Imprint first = imprints.get(0);
    LocalDate last =
        imprints.stream().map(Imprint::published).max(LocalDate::compareTo).orElseThrow();
    return new Imprint(first.author(), first.authorUrl(), first.licence(), last);
  }

  private static RoCrate.Subject subject(Trial trial) {
    return new RoCrate.Subject(
        trial.title(),
        "Trial of the experiment %s at scale %s with seeds %s: verdict %s. Reproduces: %s."
            .formatted(
                trial.experiment(),
                trial.scale(),
                trial.seeds(),
                trial.verdict(),
                trial.reproduces()),
        "trial of %s, seeds %s".formatted(trial.experiment(), trial.seeds()),
        trial.seeds().stream().map(seed -> folder(seed) + ResultArchive.SPEC).toList());
  }
}
