package org.facerepro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualErrorRateTest {

  @Test
  void of_theWorkedExample_crossesHalfWay() {
    EqualErrorRate eer = of(TestScores.of(new double[] {.9, .5}, .5, .1));

    assertThat(eer.value()).isEqualTo(.25);
    assertThat(eer.low()).isZero();
    assertThat(eer.high()).isEqualTo(.5);
  }

  @Test
  void of_separatedClasses_isZero() {
    EqualErrorRate eer = of(TestScores.of(new double[] {.9, .8}, .5, .1));

    assertThat(eer.value()).isZero();
    assertThat(eer.at().threshold()).isEqualTo((double) .8f);
  }

  @Test
  void of_failuresInBothClasses_countsThemAsNonMatches() {
    EqualErrorRate eer = of(TestScores.of(new double[] {.9, Double.NaN}, .1, Double.NaN));

    assertThat(eer.value()).isEqualTo(.5);
  }

  @Test
  void of_oneClassAlone_hasNoValue() {
    assertThat(EqualErrorRate.of(RocCurve.of(TestScores.of(new double[] {.9})))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scores-small", "scores-ties-2dp", "scores-allties", "scores-inverted"})
  void of_parityScores_isTheLinearCrossingStored(String set) {
    EqualErrorRate eer = of(ParityFixtures.scores(set));
    JsonNode expected = ParityFixtures.expected(set).at("/exact/eer");

    assertThat(eer.value()).isEqualTo(expected.at("/linear_crossing/value").doubleValue());
    assertThat(eer.at().falseAccepts() + "/" + eer.at().impostor())
        .isEqualTo(expected.at("/at/fmr").textValue());
    assertThat(eer.at().falseRejects() + "/" + eer.at().genuine())
        .isEqualTo(expected.at("/at/fnmr").textValue());
  }

  private static EqualErrorRate of(Scores scores) {
    return EqualErrorRate.of(RocCurve.of(scores)).orElseThrow();
  }
}
