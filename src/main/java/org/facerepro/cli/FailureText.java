package org.facerepro.cli;

import org.facerepro.core.FaceReproException;
import org.facerepro.core.InvalidValueException;

/** Puts a failure into one line. */
final class FailureText {
  private FailureText() {}

  /** Tells whether the failure was raised on purpose, with a message for the user. */
  static boolean isExpected(Throwable failure) {
    return failure instanceof FaceReproException || failure instanceof InvalidValueException;
  }

  /**
   * Returns the message of an expected failure; of any other its class, its message and what lay at
   * the bottom of it.
   */
  static String of(Throwable failure) {
    if (isExpected(failure)) {
      return String.valueOf(failure.getMessage());
    }
    Throwable root = failure;
    for (Throwable cause = root; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    String text =
        failure instanceof ExceptionInInitializerError || root == failure
            ? root.toString()
            : failure + ", because of " + root;
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
