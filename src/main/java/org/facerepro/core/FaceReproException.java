package org.facerepro.core;

import org.jspecify.annotations.Nullable;

/**
 * The root of the errors that FaceRepro raises on purpose; each message says what is wrong, where,
 * and what to do.
 */
public abstract class FaceReproException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected FaceReproException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
