package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.metric.trial.LearningCurve;
import org.jspecify.annotations.Nullable;

/**
 * To reach {@code metric}, which was measured with some amount of data, others need more than a
 * factor of it: by the line through {@code curve} over the logarithm of the amount. Decided over
 * the trial only; the factor of a trial is the geometric mean of those of its seeds.
 *
 * @param metric what the method that saves data comes to
 * @param amount of data it was given, within the amounts of the curve, in the same unit
 * @param curve what the method that it is held against comes to with rising amounts
 * @param factor that has to be exceeded
 * @param confidence one-sided, 0.95 if absent
 */
public record SavesData(
    String metric,
    double amount,
    List<Point> curve,
    double factor,
    @Nullable Double confidence,
    String because)
    implements Gate {
  private static final double CONFIDENCE = 0.95;

  public SavesData {
    StageMetric.parse("metric", metric);
    Require.text("because", because);
    GateRelation.check(confidence);
    curve = List.copyOf(curve);
    Require.between("factor", factor, 1e-3, 1e6);
    List<Double> amounts = line(curve).amounts();
    Require.between("amount", amount, amounts.get(0), amounts.get(amounts.size() - 1));
  }

  /**
   * A measured point of the curve.
   *
   * @param amount of data, above 0
   * @param metric what came of it
   */
  public record Point(double amount, String metric) {
    public Point {
      StageMetric.parse("metric", metric);
    }
  }

  private static LearningCurve line(List<Point> curve) {
    List<Double> amounts = curve.stream().map(Point::amount).toList();
    try {
      return new LearningCurve(amounts);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("curve", "points with amounts, " + e.expectation(), amounts);
    }
  }

  /** Returns {@code metric}, then those of the curve. */
  @Override
  public List<StageMetric> metrics() {
    List<StageMetric> metrics = new ArrayList<>();
    metrics.add(StageMetric.parse("metric", metric));
    curve.forEach(point -> metrics.add(StageMetric.parse("curve", point.metric())));
    return metrics;
  }

  @Override
  public boolean overTrial() {
    return true;
  }

  @Override
  public boolean holds(double... values) {
    throw new IllegalStateException("how much data is saved is decided over the trial");
  }

  /** Returns the confidence with which the factor has to be exceeded. */
  public double level() {
    return confidence == null ? CONFIDENCE : confidence;
  }

  /**
   * Returns how many times as much data the curve needs to get as far.
   *
   * @param values of {@link #metrics()}, in that order
   */
  public double saved(double... values) {
    return line(curve).needed(rest(values), values[0]) / amount;
  }

  /** Returns whether the curve gets as far at all; if not, {@link #saved} is a lower bound. */
  public boolean reached(double... values) {
    return line(curve).reaches(rest(values), values[0]);
  }

  private static double[] rest(double... values) {
    return Arrays.copyOfRange(values, 1, values.length);
  }

  @Override
  public String claim() {
    return "to reach %s takes more than %s times as much data without it".formatted(metric, factor);
  }
}
