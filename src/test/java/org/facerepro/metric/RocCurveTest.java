package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {

  @Test
  void of_theWorkedExample_acceptsTiesTogether() {
    RocCurve curve = RocCurve.of(TestScores.of(new double[] {.9, .5}, .5, .1));

    assertThat(IntStream.range(0, curve.size()).mapToObj(curve::point))
        .extracting(OperatingPoint::threshold, OperatingPoint::far, OperatingPoint::tar)
        .containsExactly(
            Tuple.tuple(Double.POSITIVE_INFINITY, 0.0, 0.0),
            Tuple.tuple((double) .9f, 0.0, .5),
            Tuple.tuple((double) .5f, .5, 1.0),
            Tuple.tuple((double) .1f, 1.0, 1.0));
  }

  @Test
  void of_zerosOfBothSigns_isOnePoint() {
    assertThat(RocCurve.of(TestScores.of(new double[] {0.0}, -0.0)).size()).isEqualTo(2);
  }

  @Test
  void of_failures_acceptsThemLastOfAll() {
    RocCurve curve = RocCurve.of(TestScores.of(new double[] {.9, Double.NaN}, -.9, Double.NaN));

    assertThat(curve.point(2).tar()).isEqualTo(.5);
    assertThat(curve.point(3)).isEqualTo(new OperatingPoint(Double.NEGATIVE_INFINITY, 2, 2, 2, 2));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void point_onSeededScores_countsWhatItsThresholdAccepts(long seed) {
    Scores scores = TestScores.random(seed, 200, 2, 0);
    RocCurve curve = RocCurve.of(scores);

    for (int i = 0; i < curve.size(); i++) {
      OperatingPoint point = curve.point(i);
      assertThat(point.trueAccepts()).isEqualTo(accepted(scores, true, point.threshold()));
      assertThat(point.falseAccepts()).isEqualTo(accepted(scores, false, point.threshold()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scores-small, tar_at_far",
    "scores-ties-2dp, tar_at_far",
    "scores-allties, tar_at_far",
    "scores-inverted, tar_at_far",
    "scores-nan, tar_at_far_without_failures"
  })
  void atMostFalseAccepts_onParityScores_isTheOperatingPointStored(String set, String key) {
    RocCurve curve = RocCurve.of(ParityFixtures.scores(set).withoutFailures());
    JsonNode targets = ParityFixtures.expected(set).get("exact").get(key);

    assertThat(targets.size()).isEqualTo(6);
    targets
        .properties()
        .forEach(
            target -> {
              long allowed = Far.parse(target.getKey()).allowedOf(curve.impostor());
              OperatingPoint point = curve.atMostFalseAccepts(allowed);
              JsonNode expected = target.getValue();
              assertThat(allowed).isEqualTo(expected.get("allowed_false_accepts").longValue());
              assertThat(point.trueAccepts()).isEqualTo(expected.get("tp").intValue());
              assertThat(point.falseAccepts())
                  .isEqualTo(expected.get("fp_at_lowest_threshold").intValue());
              assertThat(point.far()).isEqualTo(expected.get("realised_far").doubleValue());
              assertThat(point.tar()).isEqualTo(expected.get("tar").doubleValue());
              assertThat(point.threshold()).isEqualTo(threshold(expected.get("lowest_threshold")));
            });
  }

  private static double threshold(JsonNode stored) {
    return stored.isTextual() ? Double.POSITIVE_INFINITY : (float) stored.doubleValue();
  }

  private static long accepted(Scores scores, boolean genuine, double threshold) {
    return IntStream.range(0, scores.size())
        .filter(i -> scores.genuine(i) == genuine && scores.similarity(i) >= threshold)
        .count();
  }
}
