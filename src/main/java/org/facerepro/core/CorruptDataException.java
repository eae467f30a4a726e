package org.facerepro.core;

import org.jspecify.annotations.Nullable;

/** Data is there but cannot be what it claims to be: truncated, altered or of another format. */
public final class CorruptDataException extends FaceReproException {
  private static final long serialVersionUID = 1L;

  public CorruptDataException(String message) {
    this(message, null);
  }

  public CorruptDataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
