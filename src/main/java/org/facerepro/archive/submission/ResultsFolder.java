package org.facerepro.archive.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.signature.DetachedSignature;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;

/**
 * The folder of submitted results: {@code <experiment>/<scale>-seed<N>/} and {@code
 * <experiment>/<scale>-trial/} with one archive each, and {@code index.json}.
 */
public final class ResultsFolder {
  static final String ENDING = ".tar.gz";
  static final String RESULT = "result.json";

  /** What may lie beside archives without being a submission. */
  static final List<String> OWN =
      List.of("README.md", ResultsIndex.FILE, "runs", "nightly", "leaderboard");

  private final Path root;

  /**
   * Takes a folder.
   *
   * @throws DataUnavailableException if there is none
   */
  public ResultsFolder(Path root) {
    if (!Files.isDirectory(root)) {
      throw new DataUnavailableException(root + " is no folder with results");
    }
    this.root = root;
  }

  Path root() {
    return root;
  }

  /**
   * Checks an archive, copies it to its place with the signature beside it; an earlier archive of
   * the same experiment, scale and seed, or of the same trial, is replaced.
   *
   * @return where it lies now
   * @throws CorruptDataException if it cannot be submitted; the message names every fault
   */
  public Path add(Path archive) {
    List<Fault> faults = ArchiveFaults.of(String.valueOf(archive.getFileName()), archive);
    if (!faults.isEmpty()) {
      StringBuilder text = new StringBuilder(archive + " cannot be submitted:");
      faults.forEach(f -> text.append("\n  ").append(f.place()).append(' ').append(f.problem()));
      throw new CorruptDataException(text.toString());
    }
    try (StoredArchive stored = StoredArchive.open(archive)) {
      Place place = Place.of(stored);
      Path target = root.resolve(place.folder()).resolve(place.name());
      copy(archive, target);
      Path signature = DetachedSignature.beside(archive);
      if (Files.exists(signature)) {
        copy(signature, DetachedSignature.beside(target));
      } else {
        Files.deleteIfExists(DetachedSignature.beside(target));
      }
      AtomicFiles.writeFile(target.resolveSibling(place.copy()), place.bytes());
      return target;
    } catch (IOException e) {
      throw new StorageException("cannot write " + root + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static void copy(Path from, Path to) {
    if (!from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
      AtomicFiles.writeFile(
          to, temporary -> Files.copy(from, temporary, StandardCopyOption.REPLACE_EXISTING));
    }
  }

  /** Writes the index of what is there. */
  public void writeIndex() {
    try {
      AtomicFiles.writeFile(
          root.resolve(ResultsIndex.FILE), Json.pretty(ResultsIndex.of(root, archives())));
    } catch (IOException e) {
      throw new StorageException("cannot read " + root + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  /** Lists the archives at their places, sorted. */
  List<Path> archives() throws IOException {
    List<Path> archives = new ArrayList<>();
    for (Path experiment : experiments()) {
      for (Path run : list(experiment)) {
        if (isFolder(run)) {
          archive(run).ifPresent(archives::add);
        }
      }
    }
    return archives;
  }

  List<Path> experiments() throws IOException {
    return list(root).stream()
        .filter(each -> !OWN.contains(String.valueOf(each.getFileName())))
        .filter(ResultsFolder::isFolder)
        .toList();
  }

  static Optional<Path> archive(Path run) throws IOException {
    return list(run).stream().filter(each -> each.toString().endsWith(ENDING)).findFirst();
  }

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> !String.valueOf(f.getFileName()).startsWith(AtomicFiles.TEMPORARY_PREFIX))
          .sorted()
          .toList();
    }
  }
}
