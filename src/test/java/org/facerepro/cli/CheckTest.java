package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class CheckTest {

  @Test
  void attempt_whereTheEngineCannotBeLinked_isBrokenWithTheReason() {
    Check check = attempt(new UnsatisfiedLinkError("libtorch.so: not found"));
    assertThat(check.state()).isEqualTo(Check.State.BROKEN);
    assertThat(check.detail()).contains("libtorch.so: not found");
  }

  @Test
  void attempt_whereTheEngineCannotStart_namesTheDeepestCauseInOneLine() {
    Throwable cause = new IllegalStateException("no library\n  for this system");
    Check check = attempt(new ExceptionInInitializerError(new IllegalStateException(cause)));
    assertThat(check.state()).isEqualTo(Check.State.BROKEN);
    assertThat(check.detail())
        .isEqualTo("java.lang.IllegalStateException: no library for this system");
  }

  @Test
  void attempt_whereTheEngineSaysWhatItTried_namesThatAndTheDeepestCause() {
    Throwable root = new IllegalArgumentException("offline");
    Throwable cause = new IllegalStateException("cannot load the library", root);
    assertThat(attempt(new ExceptionInInitializerError(cause)).detail())
        .isEqualTo(
            "java.lang.IllegalStateException: cannot load the library, because of"
                + " java.lang.IllegalArgumentException: offline");
  }

  @Test
  void attempt_whereDataIsNotThere_isMissing() {
    assertThat(attempt(new DataUnavailableException("get it")))
        .isEqualTo(new Check("engine", Check.State.MISSING, "get it"));
  }

  @Test
  void attempt_withAnOptionThatIsWrong_leavesItToTheCaller() {
    assertThatThrownBy(() -> attempt(new InvalidValueException("device", "cpu", "toaster")))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void memory_ofLessThanOneGibibyte_isBrokenAndSaysHowToRaiseIt() {
    Check check = Check.memory(512L << 20);
    assertThat(check.state()).isEqualTo(Check.State.BROKEN);
    assertThat(check.detail()).contains("512 MiB", "1 GiB", "FACEREPRO_HEAP");
  }

  @Test
  void memory_ofOneGibibyte_isEnough() {
    assertThat(Check.memory(1L << 30).state()).isEqualTo(Check.State.OK);
  }

  private static Check attempt(Throwable failure) {
    return Check.attempt(
        "engine",
        () -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        });
  }
}
