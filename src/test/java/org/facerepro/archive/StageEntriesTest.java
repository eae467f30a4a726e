package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.facerepro.experiment.MeasuringKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StageEntriesTest {

  static Stream<String> measuring() {
    return MeasuringKinds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("measuring")
  void kept_ofAKindThatMeasures_areArraysMetricsAndFailures(String kind) {
    List<String> kept = StageEntries.kept(kind);

    assertThat(kept).contains("metrics.json", "failures.json").doesNotHaveDuplicates();
    assertThat(kept).filteredOn(file -> file.endsWith(".npy")).hasSizeGreaterThan(1);
    assertThat(EntryKind.describe(kind + "/any/metrics.json")).startsWith("scores and metrics");
  }

  @Test
  void hasParts_ofAKindThatMeasures_isSoOfAllButVerify() {
    assertThat(measuring())
        .filteredOn(kind -> !StageEntries.hasParts(kind))
        .containsExactly(StageEntries.VERIFY);
  }

  @Test
  void measures_ofAnyOtherKind_isNotSo() {
    assertThat(List.of("train", "embed", "generate", "plots")).noneMatch(StageEntries::measures);
  }
}
