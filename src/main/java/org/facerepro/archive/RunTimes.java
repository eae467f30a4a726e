package org.facerepro.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.FileHash;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;

/**
 * How long the stages of a run took; beside an archive, not in it, as an archive holds nothing in
 * which two equal runs differ.
 *
 * @param schema {@code facerepro/times/v1}
 * @param archive SHA-256 of the archive
 * @param processor what it ran on
 * @param processors how many of them there were
 * @param seconds by stage; of work that was interrupted, its last part only
 */
public record RunTimes(
    String schema, String archive, String processor, int processors, Map<String, Double> seconds) {
  public static final String SCHEMA = "facerepro/times/v1";

  /** The file's name beside the archive. */
  public static final String FILE = "times.json";

  private static final double TENTHS = 10;

  public RunTimes {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    seconds = Collections.unmodifiableMap(new TreeMap<>(seconds));
  }

  /** Collects the times of a run, in tenths of a second. */
  public static RunTimes of(Path archive, CompletedRun run, Environment environment) {
    Map<String, Double> seconds = new TreeMap<>();
    run.folders()
        .forEach(
            (stage, folder) -> {
              double took = Json.read(ResolvedPlan.note(folder), Artifact.class).seconds();
              seconds.put(stage, Math.round(took * TENTHS) / TENTHS);
            });
    return new RunTimes(
        SCHEMA, FileHash.of(archive), environment.cpu(), environment.processors(), seconds);
  }

  /**
   * Returns the times that lie beside an archive, if any do.
   *
   * @throws CorruptDataException if they are those of another archive
   */
  public static Optional<RunTimes> beside(Path archive) {
    Path file = archive.resolveSibling(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    RunTimes times = Json.read(file, RunTimes.class);
    if (!times.archive().equals(FileHash.of(archive))) {
      throw new CorruptDataException(file + " holds the times of another archive: remove it");
    }
    return Optional.of(times);
  }
}
