package org.facerepro.core;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Hashes files that users name, with errors for them. */
public final class FileHash {
  private FileHash() {}

  /**
   * Returns the SHA-256 of a file, in hexadecimal digits.
   *
   * @throws DataUnavailableException if there is no such file
   * @throws CorruptDataException if it cannot be read
   */
  public static String of(Path file) {
    try {
      return Sha256.ofFile(file).hex();
    } catch (NoSuchFileException e) {
      throw new DataUnavailableException(file + " does not exist", e);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
