package org.facerepro.core;

import org.jspecify.annotations.Nullable;

/** A file could not be written or moved into place: full disk, missing permission. */
public final class StorageException extends FaceReproException {
  private static final long serialVersionUID = 1L;

  public StorageException(String message) {
    this(message, null);
  }

  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
