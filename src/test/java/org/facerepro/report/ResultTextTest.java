package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.api.Test;

class ResultTextTest {

  @Test
  void of_aRun_endsWithTheCommandThatRunsItAgainAndTheArchive() {
    assertThat(ResultText.of(result(), Path.of("tiny.tar.gz")))
        .endsWith(
            "\nto run it again: ./facerepro run tiny --scale sample --seeds 7"
                + "\narchive: tiny.tar.gz\n");
  }

  @Test
  void of_aRunThatWasJustDone_givesTheCommandThatWasGiven() {
    assertThat(ResultText.of(result(), Path.of("tiny.tar.gz"), "./facerepro run own.yaml"))
        .contains("\nto run it again: ./facerepro run own.yaml\n");
  }

  private static RunResult result() {
    return new RunResult(
        RunResult.SCHEMA,
        "tiny",
        "Tiny",
        "sample",
        7,
        "none",
        "none",
        Verdict.PASS,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        null);
  }
}
