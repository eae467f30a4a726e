package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReproductionTest {

  @Test
  void text_ofEqualPayloads_saysBitIdentical() {
    assertThat(Reproduction.text(result("key", "a"), result("key", "a")))
        .isEqualTo("against the earlier run: 1 stages, all bit-identical\n");
  }

  @Test
  void text_ofAnotherPayloadUnderTheSameKey_namesTheStage() {
    assertThat(Reproduction.text(result("key", "a"), result("key", "b")))
        .contains("NOT bit-identical in recogniser");
  }

  @Test
  void text_ofOtherWork_comparesNothing() {
    assertThat(Reproduction.text(result("key", "a"), result("other", "b"))).isEmpty();
    assertThat(Reproduction.text(result(null, null), result(null, null))).isEmpty();
  }

  private static RunResult result(@Nullable String key, @Nullable String payload) {
    return new RunResult(
        RunResult.SCHEMA,
        "x",
        "x",
        "embedded",
        1,
        "none",
        "none",
        Verdict.PASS,
        List.of(),
        List.of(new RunResult.StageRecord("recogniser", "train", key, payload, null)),
        Map.of(),
        Map.of());
  }
}
