package org.facerepro.cli;

import java.util.function.Supplier;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param what what was looked at
 * @param state whether it can be used
 * @param detail what was found, or why it cannot be used
 */
record Check(String what, State state, String detail) {
  private static final long MEBI = 1 << 20;

  /** What {@code -Xmx1g} leaves: some collectors do not count one of their survivor spaces. */
  private static final long ENOUGH_HEAP = 960 * MEBI;

  /** What a check came to. */
  enum State {
    OK,
    MISSING,
    BROKEN
  }

  /**
   * Looks, and takes a failure as the finding.
   *
   * @throws InvalidValueException if the user's option, not the machine, is at fault
   */
  static Check attempt(String what, Supplier<String> look) {
    try {
      return new Check(what, State.OK, look.get());
    } catch (InvalidValueException e) {
      throw e;
    } catch (DataUnavailableException e) {
      return new Check(what, State.MISSING, FailureText.of(e));
    } catch (RuntimeException | LinkageError e) {
      return new Check(what, State.BROKEN, FailureText.of(e));
    }
  }

  /** Holds the largest possible heap, in bytes, against what the quickstart needs. */
  static Check memory(long heap) {
    String found = "%d MiB heap".formatted(heap / MEBI);
    return heap >= ENOUGH_HEAP
        ? new Check("memory", State.OK, found)
        : new Check(
            "memory",
            State.BROKEN,
            found + ", quickstart needs 1 GiB: set FACEREPRO_HEAP, such as FACEREPRO_HEAP=2g");
  }
}
