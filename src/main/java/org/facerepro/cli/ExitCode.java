package org.facerepro.cli;

import java.io.IOException;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Verdict;

/** What the process tells its caller. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_RUN = 3;
  static final int ALARM = 4;
  static final int INTERNAL = 70;
  static final int STORAGE = 74;

  /** How systems call a full disk. */
  private static final String FULL = "No space left on device";

  private ExitCode() {}

  static int of(Verdict verdict, boolean requireAll, boolean strict) {
    return switch (verdict) {
      case PASS -> OK;
      case DRIFT -> strict ? FAILED : OK;
      case NOT_RUN -> requireAll ? NOT_RUN : OK;
      case FAIL -> FAILED;
    };
  }

  /** The code of an evaluation: an image that could not be enrolled is part of its numbers. */
  static int ofFailures(int failures, boolean requireAll) {
    return failures > 0 && requireAll ? NOT_RUN : OK;
  }

  static int of(Throwable failure) {
    if (failure instanceof SpecException
        || failure instanceof InvalidValueException
        || failure instanceof DataUnavailableException
        || failure instanceof CorruptDataException) {
      return USAGE;
    }
    return cannotStore(failure) ? STORAGE : INTERNAL;
  }

  /** Tells whether at the bottom of it all a file could not be written, such as on a full disk. */
  private static boolean cannotStore(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean full = String.valueOf(cause.getMessage()).contains(FULL);
      if (cause instanceof StorageException || (cause instanceof IOException && full)) {
        return true;
      }
    }
    return false;
  }
}
