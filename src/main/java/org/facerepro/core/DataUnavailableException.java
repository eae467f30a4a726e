package org.facerepro.core;

import org.jspecify.annotations.Nullable;

/**
 * Data is not there; the message names the set, where it was looked for, how to get it and its
 * licence.
 */
public final class DataUnavailableException extends FaceReproException {
  private static final long serialVersionUID = 1L;

  public DataUnavailableException(String message) {
    this(message, null);
  }

  public DataUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
