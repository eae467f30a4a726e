package org.facerepro.core;

import org.jspecify.annotations.Nullable;

/** A stage started and could not finish; the message names the stage and the reason. */
public final class StageFailedException extends FaceReproException {
  private static final long serialVersionUID = 1L;

  public StageFailedException(String message) {
    this(message, null);
  }

  public StageFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
