package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accuracy",
        "auc",
        "eer.bounds.high",
        "tar@far=1e-3",
        "tar@far=1e-3.falseAccepts",
        "accuracy.interval.low",
        "tenfold-exact.accuracy.standardError",
        "tenfold-facenet+fta-excluded.accuracy"
      })
  void text_ofAParsedPath_isThePath(String text) {
    assertThat(MetricPath.parse(text).text()).isEqualTo(text);
  }

  @Test
  void parse_withoutConvention_meansTheDefault() {
    assertThat(MetricPath.parse("tenfold-facenet.accuracy"))
        .isEqualTo(MetricPath.valueOf(Metric.ACCURACY));
  }

  @Test
  void parse_aRateWithADot_isNotSplitThere() {
    assertThat(MetricPath.parse("tar@far=0.001.interval.high"))
        .isEqualTo(MetricPath.parse("tar@far=1e-3.interval.high"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acuracy | metric 'acuracy' is unknown (did you mean 'accuracy'?)",
        "tenfold-exakt.accuracy | 'tenfold-exakt' is unknown (did you mean 'tenfold-exact'?)",
        "accuracy.interval.lo | 'interval.lo' is no part of a metric (did you mean 'interval.low'",
        "tenfold-exact | names a convention and no metric",
        "tar@far=often | far: expected a rate",
        "'' | metric '' is unknown"
      })
  void parse_aNameThatIsUnknown_suggestsANearOne(String text, String message) {
    assertThatThrownBy(() -> MetricPath.parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }
}
