package org.facerepro.report.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.RunResult;

/**
 * The folder of all nights: one folder for each complete night, named by its beginning, so that the
 * order of names is the order of time.
 *
 * @param root the folder, {@code <results>/nightly}
 */
public record Nights(Path root) {
  static final String NIGHT = "nightly.json";
  static final String ALARMS = "alarms.json";

  /** Only folders that are called like a night are ever read or deleted. */
  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z(-\\d{3})?");

  private static final String RESULT = "result.json";
  private static final String ARCHIVE = ".tar.gz";

  /**
   * A run of an earlier night.
   *
   * @param archive its archive
   * @param result what it came to
   */
  public record Earlier(Path archive, RunResult result) {}

  /** Returns the folders of all nights, the newest first. */
  List<Path> all() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> NAME.matcher(String.valueOf(folder.getFileName())).matches())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new StorageException("cannot read " + root + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  static boolean isComplete(Path night) {
    return Files.isRegularFile(night.resolve(NIGHT));
  }

  /**
   * Returns the last archived run of the same experiment, scale and seed that measured something; a
   * night in which the data was missing would hide what happened before it.
   *
   * @throws org.facerepro.core.CorruptDataException if its result cannot be read
   */
  public Optional<Earlier> last(String experiment, String scale, long seed) {
    String run = scale + "-seed" + seed;
    return all().stream()
        .filter(Nights::isComplete)
        .map(night -> night.resolve(experiment).resolve(run))
        .filter(folder -> Files.isRegularFile(folder.resolve(RESULT)))
        .map(folder -> earlier(folder, experiment + "-" + run + ARCHIVE))
        .filter(earlier -> !earlier.result().reports().isEmpty())
        .findFirst();
  }

  private static Earlier earlier(Path folder, String archive) {
    return new Earlier(folder.resolve(archive), Json.read(folder.resolve(RESULT), RunResult.class));
  }

  /** Returns a file's name relative to this folder, with {@code /} on every system. */
  public String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
