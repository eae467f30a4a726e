package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facerepro.core.Progress;
import org.facerepro.experiment.bench.Bench;
import org.facerepro.experiment.bench.BenchReport;
import org.junit.jupiter.api.Test;

class ArchiveBenchTest {

  @Test
  void bench_ofAFewScores_packsAndVerifiesTheSameEachTime() {
    BenchReport report = new Bench(2, 1e-4).run(ArchiveBench.cases(), List.of(), Progress.SILENT);
    assertThat(report.cases())
        .extracting(result -> result.id())
        .containsExactly("archive-15m", "archive-trial-15m");
    assertThat(report.cases())
        .allSatisfy(result -> assertThat(result.stages()).containsOnlyKeys("pack", "verify"));
  }
}
