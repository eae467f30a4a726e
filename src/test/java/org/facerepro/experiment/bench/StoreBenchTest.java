package org.facerepro.experiment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.facerepro.core.Progress;
import org.junit.jupiter.api.Test;

class StoreBenchTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  @Test
  void run_ofAllCases_timesPlanningAndVerifying() {
    BenchReport report = new Bench(2, 1e-4).run(StoreBench.cases(HOME), List.of(), Progress.SILENT);
    assertThat(report.cases())
        .extracting(BenchResult::id)
        .containsExactly("plan-1000", "store-verify-1g");
    assertThat(report.cases().get(0).stages()).containsOnlyKeys("read", "plan");
    assertThat(report.cases().get(1).stages()).containsOnlyKeys("verify");
  }

  @Test
  void limit_ofACase_isThatOfTheFullSizeOnly() {
    assertThat(StoreBench.cases(HOME))
        .extracting(BenchCase::limit)
        .containsExactly(OptionalDouble.of(1), OptionalDouble.of(5));
    BenchCase planning = new PlanningCase(HOME);
    assertThat(new Bench(1, 1e-4).run(planning, Progress.SILENT).secondsLimit()).isNull();
    assertThat(new Bench(1, 1).run(planning, Progress.SILENT).secondsLimit()).isEqualTo(1);
  }

  @Test
  void planning_atFullSize_isOfAThousandStages() {
    try (BenchCase.Prepared prepared = new PlanningCase(HOME).prepare(1)) {
      assertThat(prepared.run(new Stages()).toString()).startsWith("1006 stages ");
    }
  }

  @Test
  void storeCheck_looksAtEveryArtifactAndFindsNothing() {
    try (BenchCase.Prepared prepared = new StoreCheckCase().prepare(1e-4)) {
      assertThat(prepared.run(new Stages())).isEqualTo("64 files, 107392 bytes, sound: true");
    }
  }
}
