package org.facerepro.face.law;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.core.Rng;
import org.facerepro.core.YamlForm;

/**
 * A law of probability for one real number; every spread is a <em>standard deviation</em>, every
 * weight acts in proportion to the sum of the weights.
 *
 * <p>Written {@code {law: gaussian, mean: 0, standardDeviation: 22}}; a bare number is a constant.
 */
@YamlForm(discriminator = "law", scalar = Law.Constant.class)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "law")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Law.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = Law.Uniform.class, name = "uniform"),
  @JsonSubTypes.Type(value = Law.LogUniform.class, name = "log-uniform"),
  @JsonSubTypes.Type(value = Law.Gaussian.class, name = "gaussian"),
  @JsonSubTypes.Type(value = Law.LogNormal.class, name = "log-normal"),
  @JsonSubTypes.Type(value = Law.TruncatedNormal.class, name = "truncated-normal"),
  @JsonSubTypes.Type(value = Law.Mixture.class, name = "mixture"),
  @JsonSubTypes.Type(value = Law.Choice.class, name = "choice"),
  @JsonSubTypes.Type(value = Law.Grid.class, name = "grid"),
  @JsonSubTypes.Type(value = Law.Chance.class, name = "chance")
})
public sealed interface Law {

  /** Draws one number. */
  double draw(Rng rng);

  /**
   * Returns the lower limit; minus infinity where the law runs out in a tail, also in that of the
   * log-normal law towards 0.
   */
  double least();

  /** Returns the upper limit; infinity where the law runs out in a tail. */
  double greatest();

  /** Always the same number. */
  record Constant(double value) implements Law {
    public Constant {
      Numbers.finite("value", value);
    }

    @Override
    public double draw(Rng rng) {
      return value;
    }

    @Override
    public double least() {
      return value;
    }

    @Override
    public double greatest() {
      return value;
    }
  }

  /** Equal density on {@code [low, high)}. */
  record Uniform(double low, double high) implements Law {
    public Uniform {
      Numbers.ordered(low, high);
    }

    @Override
    public double draw(Rng rng) {
      return rng.uniform(low, high);
    }

    @Override
    public double least() {
      return low;
    }

    @Override
    public double greatest() {
      return high;
    }
  }

  /** A number whose logarithm is uniform; both limits above 0. */
  record LogUniform(double low, double high) implements Law {
    public LogUniform {
      Numbers.ordered(low, high);
      Numbers.positive("low", low);
    }

    @Override
    public double draw(Rng rng) {
      double drawn = StrictMath.exp(rng.uniform(StrictMath.log(low), StrictMath.log(high)));
      return Math.max(low, Math.min(high, drawn));
    }

    @Override
    public double least() {
      return low;
    }

    @Override
    public double greatest() {
      return high;
    }
  }

  /** The normal law. */
  record Gaussian(double mean, double standardDeviation) implements Law {
    public Gaussian {
      Numbers.finite("mean", mean);
      Numbers.spread("standardDeviation", standardDeviation);
    }

    @Override
    public double draw(Rng rng) {
      return rng.gaussian(mean, standardDeviation);
    }

    @Override
    public double least() {
      return standardDeviation == 0 ? mean : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double greatest() {
      return standardDeviation == 0 ? mean : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * A number whose natural logarithm is normal.
   *
   * @param median its median, above 0
   * @param logStandardDeviation standard deviation of the logarithm
   */
  record LogNormal(double median, double logStandardDeviation) implements Law {
    public LogNormal {
      Numbers.positive("median", median);
      Numbers.spread("logStandardDeviation", logStandardDeviation);
    }

    @Override
    public double draw(Rng rng) {
      return median * StrictMath.exp(rng.gaussian(0, logStandardDeviation));
    }

    @Override
    public double least() {
      return logStandardDeviation == 0 ? median : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double greatest() {
      return logStandardDeviation == 0 ? median : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * The normal law under the condition that the number lies in {@code [low, high]}, drawn exactly.
   *
   * @param mean mean of the untruncated law; may lie outside of the limits
   * @param standardDeviation standard deviation of the untruncated law
   */
  record TruncatedNormal(double mean, double standardDeviation, double low, double high)
      implements Law {
    public TruncatedNormal {
      Numbers.finite("mean", mean);
      Numbers.spread("standardDeviation", standardDeviation);
      Numbers.ordered(low, high);
      Require.that(
          standardDeviation > 0 || (mean >= low && mean <= high),
          "mean",
          "a number from low to high where the spread is 0",
          mean);
    }

    @Override
    public double draw(Rng rng) {
      return standardDeviation == 0 || low == high
          ? Math.max(low, Math.min(high, mean))
          : Truncation.draw(rng, mean, standardDeviation, low, high);
    }

    @Override
    public double least() {
      return low;
    }

    @Override
    public double greatest() {
      return high;
    }
  }

  /** One of several laws, chosen with a chance of its weight's share; at least one part. */
  record Mixture(List<Part> parts) implements Law {

    /** A law and its weight, 0 or more. */
    public record Part(double weight, Law law) {
      public Part {
        Numbers.spread("weight", weight);
      }
    }

    public Mixture {
      parts = List.copyOf(parts);
      Require.that(!parts.isEmpty(), "parts", "at least one law", "none");
      Numbers.total("parts", parts.stream().mapToDouble(Part::weight));
    }

    @Override
    public double draw(Rng rng) {
      double[] weights = parts.stream().mapToDouble(Part::weight).toArray();
      return parts.get(Numbers.index(weights, rng.nextDouble())).law().draw(rng);
    }

    @Override
    public double least() {
      return parts.stream().mapToDouble(p -> p.law().least()).min().orElseThrow();
    }

    @Override
    public double greatest() {
      return parts.stream().mapToDouble(p -> p.law().greatest()).max().orElseThrow();
    }
  }

  /**
   * One of several numbers.
   *
   * @param values what can be drawn, at least one number
   * @param weights weight of each, 0 or more; none for equal chances
   */
  record Choice(List<Double> values, List<Double> weights) implements Law {
    public Choice {
      values = List.copyOf(values);
      weights = List.copyOf(weights);
      Require.that(!values.isEmpty(), "values", "at least one number", "none");
      values.forEach(value -> Numbers.finite("values", value));
      Require.that(
          weights.isEmpty() || weights.size() == values.size(),
          "weights",
          "none or as many as values (" + values.size() + ")",
          weights.size());
      weights.forEach(weight -> Numbers.spread("weights", weight));
      if (!weights.isEmpty()) {
        Numbers.total("weights", weights.stream().mapToDouble(w -> w));
      }
    }

    /** Makes a choice with equal chances. */
    public Choice(List<Double> values) {
      this(values, List.of());
    }

    @Override
    public double draw(Rng rng) {
      if (weights.isEmpty()) {
        return values.get(rng.nextInt(values.size()));
      }
      double[] shares = weights.stream().mapToDouble(w -> w).toArray();
      return values.get(Numbers.index(shares, rng.nextDouble()));
    }

    @Override
    public double least() {
      return values.stream().mapToDouble(v -> v).min().orElseThrow();
    }

    @Override
    public double greatest() {
      return values.stream().mapToDouble(v -> v).max().orElseThrow();
    }
  }

  /**
   * One of the points {@code start, start + step, …} up to and including {@code end}, with equal
   * chances; the points are counted in decimal arithmetic, so that 11.25 stays 11.25.
   */
  record Grid(double start, double end, double step) implements Law {
    public Grid {
      Steps.require(start, end, step);
    }

    /** Returns the points in rising order. */
    public List<Double> points() {
      return Steps.of(start, end, step);
    }

    @Override
    public double draw(Rng rng) {
      return Steps.point(start, step, rng.nextInt(Steps.count(start, end, step)));
    }

    @Override
    public double least() {
      return start;
    }

    @Override
    public double greatest() {
      return end;
    }
  }

  /** 1 with the given probability, otherwise 0. */
  record Chance(double probability) implements Law {
    public Chance {
      Require.between("probability", probability, 0.0, 1.0);
    }

    @Override
    public double draw(Rng rng) {
      return rng.chance(probability) ? 1 : 0;
    }

    @Override
    public double least() {
      return probability == 1 ? 1 : 0;
    }

    @Override
    public double greatest() {
      return probability == 0 ? 0 : 1;
    }
  }
}
