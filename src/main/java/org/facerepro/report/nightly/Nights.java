package org.facerepro.report.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.TrialArchive;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;

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

  private static final String ARCHIVE = ".tar.gz";
  private static final String TRIAL = "-trial" + ARCHIVE;

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
   * Opens the last archived run of the same experiment, scale and seed that measured something; a
   * night in which the data was missing would hide what happened before it.
   *
   * @throws org.facerepro.core.CorruptDataException if its archive was altered; no older one is
   *     tried, since that would hide it
   */
  public Optional<StoredRun> last(String experiment, String scale, long seed) {
    String run = scale + "-seed" + seed;
    Path archive = Path.of(experiment, run, experiment + "-" + run + ARCHIVE);
    for (Path night : all()) {
      if (isComplete(night) && Files.isRegularFile(night.resolve(archive))) {
        StoredRun stored = StoredRun.open(night.resolve(archive));
        if (!stored.result().reports().isEmpty()) {
          return Optional.of(stored);
        }
        stored.close();
      }
    }
    return Optional.empty();
  }

  /**
   * Opens the last archived trial of the same experiment, scale and seeds that measured something.
   *
   * @throws org.facerepro.core.CorruptDataException if its archive was altered; see {@link #last}
   */
  public Optional<StoredTrial> lastTrial(String experiment, String scale, List<Long> seeds) {
    Path archive = Path.of(experiment, TrialArchive.name(experiment, scale));
    for (Path night : all()) {
      if (isComplete(night) && Files.isRegularFile(night.resolve(archive))) {
        StoredTrial stored = StoredTrial.open(night.resolve(archive));
        if (stored.trial().seeds().equals(seeds) && !stored.trial().metrics().isEmpty()) {
          return Optional.of(stored);
        }
        stored.close();
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the complete nights that nothing will be held against any more: those that are neither
   * among the newest nor hold one of the newest archives of a run or trial, be the nights since of
   * other experiments or seeds, or without data.
   *
   * @param newest how many of each count
   * @throws org.facerepro.core.CorruptDataException if an archive was altered
   */
  List<Path> old(int newest) throws IOException {
    List<Path> complete = all().stream().filter(Nights::isComplete).toList();
    Map<String, Integer> newer = new HashMap<>();
    List<Path> old = new ArrayList<>();
    for (int i = 0; i < complete.size(); i++) {
      List<String> evidence = evidence(complete.get(i));
      boolean needed = evidence.stream().anyMatch(each -> newer.getOrDefault(each, 0) < newest);
      if (i >= newest && !needed) {
        old.add(complete.get(i));
      }
      evidence.forEach(each -> newer.merge(each, 1, Integer::sum));
    }
    return old;
  }

  /** Returns what later runs and trials may be held against, as {@link #last} and others do. */
  private static List<String> evidence(Path night) throws IOException {
    try (Stream<Path> files = Files.walk(night)) {
      return files
          .filter(file -> file.toString().endsWith(ARCHIVE))
          .flatMap(file -> evidence(night, file).stream())
          .toList();
    }
  }

  private static Optional<String> evidence(Path night, Path archive) {
    String name = night.relativize(archive).toString();
    if (name.endsWith(TRIAL)) {
      try (StoredTrial stored = StoredTrial.open(archive)) {
        boolean measured = !stored.trial().metrics().isEmpty();
        return measured ? Optional.of(name + stored.trial().seeds()) : Optional.empty();
      }
    }
    try (StoredRun stored = StoredRun.open(archive)) {
      return stored.result().reports().isEmpty() ? Optional.empty() : Optional.of(name);
    }
  }

  /** Returns a file's name relative to this folder, with {@code /} on every system. */
  public String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
