package org.facerepro.archive.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.facerepro.archive.ArchivedModel;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FileHash;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * The network that is used where none is named: the one that the index of a folder of results
 * names, or else the one that came with the program.
 */
public final class DefaultModel {
  /** Where the build puts the index, and the archive that it names, beside the classes. */
  private static final String PACKAGED = "/org/facerepro/results/";

  private DefaultModel() {}

  /** Returns its entry in the index of a folder of results, else in that of the program. */
  public static Optional<ResultsIndex.Entry> entry(Path results) {
    return ofFolder(results).or(DefaultModel::packaged);
  }

  /**
   * Opens the one of a folder of results.
   *
   * @return nothing if there is none
   * @throws DataUnavailableException if the index names an archive that is not there
   * @throws CorruptDataException if the archive is not the one that the index names, or not sound
   */
  public static Optional<ArchivedModel> of(Path results) {
    return ofFolder(results).map(entry -> open(results.resolve(entry.path()), entry));
  }

  /** Opens the one that came with the program; see {@link #of}. */
  public static Optional<ArchivedModel> ofProgram() {
    return packaged().map(DefaultModel::unpack);
  }

  /** Returns its entry in the index of a folder of results, if both are there. */
  public static Optional<ResultsIndex.Entry> ofFolder(Path results) {
    return ResultsIndex.isIn(results)
        ? Json.read(results.resolve(ResultsIndex.FILE), ResultsIndex.class).defaultEntry()
        : Optional.empty();
  }

  private static Optional<ResultsIndex.Entry> packaged() {
    try (InputStream in = resource(ResultsIndex.FILE)) {
      return in == null
          ? Optional.empty()
          : Json.read(in.readAllBytes(), ResultsIndex.class, "the packaged " + ResultsIndex.FILE)
              .defaultEntry();
    } catch (IOException e) {
      throw new StorageException("cannot read the program (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static @Nullable InputStream resource(String path) {
    return DefaultModel.class.getResourceAsStream(PACKAGED + path);
  }

  private static ArchivedModel unpack(ResultsIndex.Entry entry) {
    try (InputStream in = resource(entry.path())) {
      if (in == null) {
        throw new DataUnavailableException(
            "this build of the program came without its default model %s; name one with --model"
                .formatted(entry.path()));
      }
      Path folder = Files.createTempDirectory("facerepro-default");
      try {
        Path file = folder.resolve(String.valueOf(Path.of(entry.path()).getFileName()));
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return open(file, entry);
      } finally {
        AtomicFiles.deleteTree(folder);
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack the default model (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static ArchivedModel open(Path file, ResultsIndex.Entry entry) {
    if (!FileHash.of(file).equals(entry.sha256())) {
      throw new CorruptDataException(
          file + " is not the archive that the index names; 'archive add' writes the index again");
    }
    return ArchivedModel.open(file);
  }
}
