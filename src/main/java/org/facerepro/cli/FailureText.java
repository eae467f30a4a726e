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
    Throwable top = failure;
    for (Throwable cause = top.getCause();
        cause != null && addsNothing(top, cause);
        cause = top.getCause()) {
      top = cause;
    }
    Throwable root = top;
    for (Throwable cause = top; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    String text = top == root ? root.toString() : top + ", because of " + root;
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  /** Tells of a mere wrapper: it has no message of its own. */
  private static boolean addsNothing(Throwable wrapper, Throwable cause) {
    return wrapper.getMessage() == null || cause.toString().equals(wrapper.getMessage());
  }
}
