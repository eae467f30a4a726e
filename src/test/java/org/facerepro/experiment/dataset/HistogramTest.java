package org.facerepro.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static NumberSummary of(List<Double> values) {
    Histogram histogram = new Histogram();
    values.forEach(histogram::add);
    return histogram.summary();
  }

  @Test
  void bins_ofWholeNumbers_countThem() {
    NumberSummary summary = of(List.of(0.0, 1.0, 1.0, 3.0, 16.0));
    assertThat(summary.width()).isEqualTo(1.0);
    assertThat(summary.from()).isEqualTo(0.0);
    assertThat(summary.bins()).hasSize(17).startsWith(1L, 2L, 0L, 1L).endsWith(1L);
  }

  @Test
  void bins_doNotDependOnTheOrder() {
    Rng rng = new Seed(5).rng();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      values.add(200 * rng.nextDouble() - 130);
    }
    NumberSummary forwards = of(values);
    Collections.reverse(values);
    NumberSummary backwards = of(values);
    assertThat(backwards.bins()).isEqualTo(forwards.bins());
    assertThat(backwards.from()).isEqualTo(forwards.from());
    assertThat(backwards.width()).isEqualTo(forwards.width());
  }

  @Test
  void summary_hasTheMomentsOfTheNumbers() {
    NumberSummary summary = of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertThat(summary.mean()).isEqualTo(5.0, within(1e-12));
    assertThat(summary.sd()).isEqualTo(2.0, within(1e-12));
    assertThat(summary.min()).isEqualTo(2.0);
    assertThat(summary.max()).isEqualTo(9.0);
  }
}
