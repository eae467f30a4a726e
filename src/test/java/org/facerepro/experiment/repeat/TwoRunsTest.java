package org.facerepro.experiment.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.facerepro.core.Json;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.DrawnRun;
import org.facerepro.experiment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoRunsTest {
  private static final String GATES =
      """
        made: {kind: equals, metric: proxy-real.fta, value: 0, because: all are made}
      """;

  @TempDir Path folder;

  private CompletedRun run(long seed, double first, double second) {
    return DrawnRun.of(GATES, folder).run(seed, first, second);
  }

  private RepeatReport compare(CompletedRun first, CompletedRun second) {
    return TwoRuns.compare(DrawnRun.of(GATES, folder).spec(), first, second);
  }

  private static Likeness likeness(RepeatReport report, String stage) {
    return report.stages().stream()
        .filter(each -> each.stage().equals(stage))
        .map(RepeatReport.StageRepeat::likeness)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void compare_ofTheSameBytes_isBitEqual() {
    RepeatReport report = compare(run(1, 1, 1), run(1, 1, 1));
    assertThat(report.likeness()).isEqualTo(Likeness.BIT_EQUAL);
    assertThat(report.firstDifference()).isNull();
    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(Json.read(Json.pretty(report), RepeatReport.class, "json")).isEqualTo(report);
  }

  @Test
  void compare_ofNumbersThatRoundingExplains_isCloseAndSaysHowClose() {
    RepeatReport report = compare(run(1, 1, 1), run(1, 1.000001, 1.000001));
    assertThat(report.likeness()).isEqualTo(Likeness.CLOSE);
    assertThat(report.firstDifference()).isEqualTo("recogniser");
    assertThat(report.stages())
        .filteredOn(stage -> stage.stage().equals("recogniser"))
        .extracting(RepeatReport.StageRepeat::evidence)
        .containsExactly("train.json/loss is off by 1.0e-06 of the largest number");
  }

  @Test
  void compare_ofNoiseThatTestsDoNotTell_isStatisticallyEqual() {
    RepeatReport report = compare(run(1, 1, 1), run(2, 1.01, 1.01));
    assertThat(likeness(report, "proxy-real")).isEqualTo(Likeness.STATISTICALLY_EQUAL);
    assertThat(likeness(report, "recogniser")).isEqualTo(Likeness.STATISTICALLY_EQUAL);
    assertThat(likeness(report, "train-faces")).isEqualTo(Likeness.BIT_EQUAL);
    assertThat(report.verdict()).isEqualTo(Verdict.DRIFT);
  }

  @ParameterizedTest
  @CsvSource({"1.01, STATISTICALLY_EQUAL", "3, DIFFERENT"})
  void compare_ofGroups_isJudgedByAllOfTheirComparisons(double second, Likeness likeness) {
    DrawnRun groups = DrawnRun.of(GATES, folder, "verify-groups");

    RepeatReport report =
        TwoRuns.compare(groups.spec(), groups.run(1, 1, 1), groups.run(2, second, second));

    assertThat(likeness(report, "proxy-real")).isEqualTo(likeness);
    assertThat(likeness(report, "recogniser")).isEqualTo(likeness);
  }

  @Test
  void compare_ofOtherResults_isDifferentAndNamesTheFirstStage() {
    RepeatReport report = compare(run(1, 0.5, 1), run(2, 3, 1));
    assertThat(likeness(report, "proxy-real")).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(report, "recogniser")).isEqualTo(Likeness.DIFFERENT);
    assertThat(report.firstDifference()).isEqualTo("recogniser");
    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void compare_withARunThatCouldNotRun_isNotRunWithTheReason() {
    RepeatReport report = compare(run(1, 1, 1), DrawnRun.of(GATES, folder).notRun(1, "no data"));
    assertThat(report.likeness()).isEqualTo(Likeness.NOT_RUN);
    assertThat(report.stages().get(0).evidence()).isEqualTo("no data");
    assertThat(report.verdict()).isEqualTo(Verdict.NOT_RUN);
  }
}
