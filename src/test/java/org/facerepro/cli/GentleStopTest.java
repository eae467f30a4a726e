package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GentleStopTest {

  @Test
  void stop_interruptsTheWork_waitsForItsEnd_andSaysHowToGoOn() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    CompletableFuture<GentleStop> begun = new CompletableFuture<>();
    CompletableFuture<Boolean> work =
        CompletableFuture.supplyAsync(
            () -> {
              GentleStop stop = new GentleStop(out, "run it again");
              begun.complete(stop);
              boolean interrupted = sleptUntilInterrupted();
              out.println("the batch is done");
              stop.withdraw();
              return interrupted;
            });

    begun.get(30, TimeUnit.SECONDS).stop();

    assertThat(work.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "facerepro: stopping at the next safe point ...",
            "the batch is done",
            "facerepro: stopped; run it again");
  }

  private static boolean sleptUntilInterrupted() {
    try {
      TimeUnit.SECONDS.sleep(30);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
