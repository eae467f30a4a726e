package org.facerepro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReproductionTest {

  @Test
  void text_ofEqualPayloads_saysBitIdentical() {
    assertThat(Reproduction.text(result("key", "a"), made("key", "a")))
        .isEqualTo("against the earlier run: 1 stages done again, all bit-identical\n");
  }

  @Test
  void text_ofAnotherPayloadUnderTheSameKey_namesTheStage() {
    assertThat(Reproduction.text(result("key", "a"), made("key", "b")))
        .contains("NOT bit-identical in recogniser");
  }

  @Test
  void text_ofOtherWork_comparesNothing() {
    assertThat(Reproduction.text(result("key", "a"), made("other", "b"))).isEmpty();
    assertThat(Reproduction.text(result(null, null), made(null, null))).isEmpty();
  }

  @Test
  void text_ofAStageTakenFromTheStore_comparesNothing() {
    CompletedRun stored = new CompletedRun(result("key", "a"), Map.of(), Set.of());
    assertThat(Reproduction.text(result("key", "a"), stored)).isEmpty();
  }

  private static CompletedRun made(@Nullable String key, @Nullable String payload) {
    return new CompletedRun(result(key, payload), Map.of(), Set.of("recogniser"));
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
        Map.of(),
        Map.of(),
        null,
        null);
  }
}
