package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.StoredScores;

/**
 * Everything needed to check a result again, in one file: result, specification, environment,
 * scores, metrics, training logs, plots, and a manifest with the SHA-256 of each.
 *
 * <p>Holds no pictures; names of image files only where one failed to enrol. The same content gives
 * the same bytes.
 */
public final class ResultArchive {
  static final String RESULT = "result.json";
  static final String SPEC = "spec.yaml";
  static final String ENVIRONMENT = "environment.json";
  static final String METRICS = "metrics.json";
  static final String FAILURES = "failures.json";

  static final String VERIFY = "verify";

  /** What is kept of each kind of stage; of a verify stage, the whole payload. */
  private static final Map<String, List<String>> KEPT =
      Map.of(VERIFY, verifyFiles(), "train", List.of("train.json", "model.json"));

  private ResultArchive() {}

  private static List<String> verifyFiles() {
    List<String> files = new ArrayList<>(StoredScores.FILES);
    files.add(METRICS);
    files.add(FAILURES);
    return List.copyOf(files);
  }

  /**
   * Packs a run.
   *
   * @param spec the specification file as it was read
   * @param plots further entries, by name
   * @throws StorageException if a file cannot be read or the archive not be written
   */
  public static void write(
      Path archive,
      CompletedRun run,
      Path spec,
      Environment environment,
      Map<String, byte[]> plots) {
    SortedMap<String, byte[]> contents = new TreeMap<>(plots);
    contents.put(RESULT, Json.pretty(run.result()));
    contents.put(ENVIRONMENT, Json.pretty(environment));
    contents.put(SPEC, bytes(spec));
    for (RunResult.StageRecord stage : run.result().stages()) {
      if (stage.key() != null) {
        addStage(contents, stage, run.folder(stage.name()));
      }
    }
    contents.put(Manifest.FILE, Json.pretty(Manifest.of(contents)));
    ReproducibleTarGz.write(archive, contents);
  }

  private static void addStage(
      SortedMap<String, byte[]> contents, RunResult.StageRecord stage, Path folder) {
    for (String file : kept(stage.kind())) {
      contents.put(entry(stage.kind(), stage.name(), file), bytes(folder.resolve(file)));
    }
  }

  /** Returns the kinds of stages of which files are kept. */
  static Set<String> kinds() {
    return KEPT.keySet();
  }

  /** Returns the files that are kept of a stage of some kind that ran. */
  static List<String> kept(String kind) {
    return KEPT.getOrDefault(kind, List.of());
  }

  static String entry(String kind, String stage, String file) {
    return kind + "/" + stage + "/" + file;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read " + file + " for the archive (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
