package org.facerepro.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.facerepro.experiment.StageMetric;
import org.facerepro.metric.Interval;
import org.facerepro.plot.Mark;
import org.junit.jupiter.api.Test;

class PlotSectionTest {
  private static final Measured WIDE =
      new Measured(0.5, new Interval(-0.2, 1.3, 0.95, Interval.Method.STUDENT_SEEDS), 3);

  @Test
  void mark_ofAShareWhoseIntervalLeavesTheShares_endsWhereTheyDo() {
    assertThat(mark("test.rank-1")).isEqualTo(new Mark(2, 0.5, 0, 1));
  }

  @Test
  void mark_ofANumberThatIsNoShare_keepsItsInterval() {
    assertThat(mark("test.d-prime")).isEqualTo(new Mark(2, 0.5, -0.2, 1.3));
  }

  private static Mark mark(String metric) {
    return PlotSection.mark(2, StageMetric.parse("plot", metric), WIDE);
  }
}
