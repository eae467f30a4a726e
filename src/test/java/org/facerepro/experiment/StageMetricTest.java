package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageMetricTest {
  @ParameterizedTest
  @CsvSource({
    "multi-pie.rank-1, multi-pie, multi-pie",
    "multi-pie/yaw-45-light07.rank-1.interval.low, multi-pie/yaw-45-light07, multi-pie",
    "'multi-pie@labels=0.01,yaw=wide/yaw90.rank-5', 'multi-pie@labels=0.01,yaw=wide/yaw90',"
        + " 'multi-pie@labels=0.01,yaw=wide'"
  })
  void parse_withOrWithoutAPart_tellsReportAndStage(String text, String report, String stage) {
    StageMetric metric = StageMetric.parse("metric", text);

    assertThat(metric.report()).isEqualTo(report);
    assertThat(metric.stage()).isEqualTo(stage);
    assertThat(metric).hasToString(text);
  }
}
