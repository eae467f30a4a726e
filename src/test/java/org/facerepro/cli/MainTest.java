package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void guard_ofAnEngineThatCannotBeLinked_exits70WithoutAStackTrace() {
    assertThat(failingWith(new UnsatisfiedLinkError("libtorch.so")))
        .startsWith("70 facerepro: internal error: java.lang.UnsatisfiedLinkError: libtorch.so")
        .doesNotContain("\tat ");
  }

  @Test
  void guard_withoutMemory_exits70AndSaysHowToGiveMore() {
    assertThat(failingWith(new OutOfMemoryError("Java heap space")))
        .startsWith("70 facerepro: internal error: java.lang.OutOfMemoryError: Java heap space")
        .contains("FACEREPRO_HEAP");
  }

  private static String failingWith(Error failure) {
    StringWriter err = new StringWriter();
    int code =
        new Main()
            .guard(
                () -> {
                  throw failure;
                },
                new PrintWriter(err));
    return code + " " + err;
  }
}
