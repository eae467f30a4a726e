package org.facerepro.face.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTest {
  private static final int DRAWS = 200_000;

  private static double[] draws(Law law) {
    Rng rng = new Seed(7).rng();
    return DoubleStream.generate(() -> law.draw(rng)).limit(DRAWS).toArray();
  }

  private static double mean(double[] x) {
    return DoubleStream.of(x).average().orElseThrow();
  }

  private static double deviation(double[] x) {
    double mean = mean(x);
    return Math.sqrt(DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  private static double share(double[] x, double below) {
    return (double) DoubleStream.of(x).filter(v -> v <= below).count() / x.length;
  }

  @Test
  void gaussian_secondNumber_isTheStandardDeviation() {
    double[] x = draws(new Law.Gaussian(3, 30));
    assertThat(mean(x)).isCloseTo(3, within(0.3));
    assertThat(deviation(x)).isCloseTo(30, within(0.3));
  }

  @Test
  void mixture_ofThreeConstants_followsItsTrueWeights() {
    Law law =
        new Law.Mixture(
            List.of(
                new Law.Mixture.Part(6, new Law.Constant(0)),
                new Law.Mixture.Part(2, new Law.Constant(1)),
                new Law.Mixture.Part(2, new Law.Constant(2))));
    double[] x = draws(law);
    assertThat(share(x, 0)).isCloseTo(0.6, within(0.005));
    assertThat(share(x, 1)).isCloseTo(0.8, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0.5", "-8,8", "2,9", "5,5.1", "-7,-4", "-0.1,6", "12,40"})
  void truncatedNormal_betweenTwoLimits_hasTheDistributionOfItsDensity(double low, double high) {
    double[] x = draws(new Law.TruncatedNormal(0, 1, low, high));
    assertThat(DoubleStream.of(x)).allMatch(v -> v >= low && v <= high);
    for (double part : new double[] {0.05, 0.2, 0.5}) {
      double cut = low + part * (high - low);
      assertThat(share(x, cut)).isCloseTo(mass(low, cut, low, high), within(0.005));
    }
  }

  /** Integrates the normal density, divided by its greatest value on the whole, by Simpson. */
  private static double mass(double from, double to, double low, double high) {
    return simpson(from, to, low, high) / simpson(low, high, low, high);
  }

  private static double simpson(double from, double to, double low, double high) {
    double peak = Math.max(low, Math.min(high, 0));
    int n = 20_000;
    double h = (to - from) / n;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double z = from + i * h;
      double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp((peak * peak - z * z) / 2);
    }
    return sum * h / 3;
  }

  @Test
  void truncatedNormal_farInTheTail_meetsTheAsymptoticMean() {
    double[] x = draws(new Law.TruncatedNormal(0, 1, 20, 1000));
    assertThat(mean(x)).isCloseTo(20 + 1 / 20.0 - 2 / 8000.0, within(0.001));
  }

  @Test
  void logUniform_median_isTheGeometricMeanOfTheLimits() {
    assertThat(share(draws(new Law.LogUniform(1, 100)), 10)).isCloseTo(0.5, within(0.005));
  }

  @Test
  void logNormal_median_isWhatWasAskedFor() {
    assertThat(share(draws(new Law.LogNormal(4, 0.7)), 4)).isCloseTo(0.5, within(0.005));
  }

  @Test
  void choice_withWeights_followsThem() {
    double[] x = draws(new Law.Choice(List.of(5.0, 6.0), List.of(1.0, 3.0)));
    assertThat(share(x, 5)).isCloseTo(0.25, within(0.005));
  }

  @Test
  void chance_ofAQuarter_happensInAQuarter() {
    assertThat(mean(draws(new Law.Chance(0.25)))).isCloseTo(0.25, within(0.005));
  }

  @Test
  void grid_withDecimalSteps_keepsThem() {
    List<Double> points = new Law.Grid(-90, 90, 5.625).points();
    assertThat(points).hasSize(33).startsWith(-90.0, -84.375).endsWith(90.0);
    assertThat(new Law.Grid(0, 0.3, 0.1).points()).containsExactly(0.0, 0.1, 0.2, 0.3);
    assertThat(DoubleStream.of(draws(new Law.Grid(-90, 90, 5.625)))).allMatch(points::contains);
  }

  @Test
  void laws_withNumbersThatMakeNoSense_sayWhich() {
    assertInvalid(() -> new Law.Gaussian(0, -1), "standardDeviation");
    assertInvalid(() -> new Law.Gaussian(Double.NaN, 1), "mean");
    assertInvalid(() -> new Law.Uniform(2, 1), "low");
    assertInvalid(() -> new Law.LogUniform(0, 1), "low");
    assertInvalid(() -> new Law.TruncatedNormal(5, 0, 0, 1), "mean");
    assertInvalid(() -> new Law.Mixture(List.of()), "parts");
    assertInvalid(() -> new Law.Mixture(List.of(part(0))), "weights with a sum above 0");
    assertInvalid(() -> part(-1), "weight");
    assertInvalid(() -> new Law.Choice(List.of()), "values");
    assertInvalid(() -> new Law.Choice(List.of(1.0), List.of(1.0, 2.0)), "weights");
    assertInvalid(() -> new Law.Choice(List.of(1.0), List.of(0.0)), "weights");
    assertInvalid(() -> new Law.Chance(1.5), "probability");
    assertInvalid(() -> new Law.Grid(0, 1, 0), "step");
  }

  private static Law.Mixture.Part part(double weight) {
    return new Law.Mixture.Part(weight, new Law.Constant(0));
  }

  private static void assertInvalid(Runnable making, String word) {
    assertThatThrownBy(making::run)
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(word);
  }
}
