package org.facerepro.core;

import org.jspecify.annotations.Nullable;

/**
 * A specification or an argument is invalid; the message names file, line, key and what was
 * expected.
 */
public final class SpecException extends FaceReproException {
  private static final long serialVersionUID = 1L;

  public SpecException(String message) {
    this(message, null);
  }

  public SpecException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
