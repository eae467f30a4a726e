package org.facerepro.face.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Sha256;

/**
 * Reads morphable models of the field, told apart by content: the Basel Face Model 2017 and 2019
 * ({@code .h5}), the Basel Face Model 2009 ({@code 01_MorphableModel.mat}), ICT-FaceKit (its folder
 * {@code FaceXModel}, the folder around it, or a {@code tar} or {@code tar.xz} of either).
 */
public final class ModelFiles {
  private static final String FORMATS =
      "a Basel Face Model (.h5 of 2017 or 2019, .mat of 2009) or ICT-FaceKit (folder or tar.xz)";
  private static final int HEAD = 512;
  private static final int TAR_MARK = 257;

  private ModelFiles() {}

  /**
   * Reads a model whole; its basis is held in memory once, in single precision.
   *
   * @throws DataUnavailableException if there is nothing at {@code path}
   * @throws CorruptDataException if it is of none of these formats, damaged or incomplete; the
   *     message names the part of the file
   */
  public static MorphableModel read(Path path) {
    if (!Files.exists(path)) {
      throw new DataUnavailableException("%s does not exist: expected %s".formatted(path, FORMATS));
    }
    try {
      return Files.isDirectory(path) ? IctReader.readFolder(path) : readFile(path);
    } catch (IOException e) {
      throw new CorruptDataException(
          "%s cannot be read (%s)".formatted(path, AtomicFiles.reason(e)), e);
    } catch (InvalidValueException e) {
      throw new CorruptDataException(path + ": " + e.getMessage(), e);
    }
  }

  private static MorphableModel readFile(Path file) throws IOException {
    String head = IctFiles.head(file, HEAD);
    if (head.startsWith("\u0089HDF")) {
      return BfmHdf5Reader.read(file, Sha256.ofFile(file).hex());
    } else if (head.startsWith("MATLAB")) {
      return BfmMatReader.read(file, Sha256.ofFile(file).hex());
    } else if (head.startsWith("\u00fd7zXZ")) {
      return IctReader.readArchive(file, true);
    } else if (head.startsWith("ustar", TAR_MARK)) {
      return IctReader.readArchive(file, false);
    }
    throw new CorruptDataException(
        "%s is of no known model format: expected %s".formatted(file, FORMATS));
  }
}
