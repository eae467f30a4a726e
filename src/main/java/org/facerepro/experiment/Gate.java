package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * One assertion on measured numbers, with the reason for its bound.
 *
 * <p>A metric is written {@code <verify stage>.<metric>}, for instance {@code proxy-real.accuracy}
 * or {@code lfw-dev.accuracy.interval.low}.
 */
public sealed interface Gate
    permits Gate.AtLeast,
        Gate.Above,
        Gate.AtMost,
        Gate.Within,
        Gate.Equals,
        Gate.GreaterThan,
        Gate.Ordering,
        Gate.Monotone,
        Gate.Reproduces,
        SavesData {

  /** Why the bound is what it is; part of the evidence. */
  String because();

  /** The metrics that decide the gate. */
  List<StageMetric> metrics();

  /** Says what must hold, in words with numbers. */
  String claim();

  /** Decides on the values of {@link #metrics()}, in that order, all present. */
  boolean holds(double... values);

  /** Whether the runs of all seeds are needed to decide; single runs then leave the gate out. */
  default boolean overTrial() {
    return false;
  }

  /** {@code metric ≥ value}. */
  record AtLeast(String metric, double value, String because) implements Gate {
    public AtLeast {
      check(metric, because);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric));
    }

    @Override
    public String claim() {
      return metric + " >= " + number(value);
    }

    @Override
    public boolean holds(double... values) {
      return values[0] >= value;
    }
  }

  /** {@code metric > value}, strictly: for "above chance". */
  record Above(String metric, double value, String because) implements Gate {
    public Above {
      check(metric, because);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric));
    }

    @Override
    public String claim() {
      return metric + " > " + number(value);
    }

    @Override
    public boolean holds(double... values) {
      return values[0] > value;
    }
  }

  /** {@code metric ≤ value}. */
  record AtMost(String metric, double value, String because) implements Gate {
    public AtMost {
      check(metric, because);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric));
    }

    @Override
    public String claim() {
      return metric + " <= " + number(value);
    }

    @Override
    public boolean holds(double... values) {
      return values[0] <= value;
    }
  }

  /** {@code low ≤ metric ≤ high}. */
  record Within(String metric, double low, double high, String because) implements Gate {
    public Within {
      check(metric, because);
      Require.that(low <= high, "low", "a number not above high (" + high + ")", low);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric));
    }

    @Override
    public String claim() {
      return number(low) + " <= " + metric + " <= " + number(high);
    }

    @Override
    public boolean holds(double... values) {
      return values[0] >= low && values[0] <= high;
    }
  }

  /** {@code metric = value}, for counts. */
  record Equals(String metric, double value, String because) implements Gate {
    public Equals {
      check(metric, because);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric));
    }

    @Override
    public String claim() {
      return metric + " = " + number(value);
    }

    @Override
    public boolean holds(double... values) {
      return values[0] == value;
    }
  }

  /** {@code metric > other}; see {@link GateRelation}. */
  record GreaterThan(String metric, String other, @Nullable Double confidence, String because)
      implements Gate, GateRelation {
    public GreaterThan {
      check(metric, because);
      StageMetric.parse("other", other);
      GateRelation.check(confidence);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric), StageMetric.parse("other", other));
    }

    @Override
    public List<Step> steps() {
      return List.of(new Step(0, 1, true));
    }

    @Override
    public boolean overTrial() {
      return GateRelation.super.overTrial();
    }

    @Override
    public boolean holds(double... values) {
      return GateRelation.super.holds(values);
    }

    @Override
    public String claim() {
      return metric + " > " + other;
    }
  }

  /** Every metric of {@code order} is above the next; see {@link GateRelation}. */
  record Ordering(List<String> order, @Nullable Double confidence, String because)
      implements Gate, GateRelation {
    public Ordering {
      order = GateRelation.checked(order, because);
      GateRelation.check(confidence);
    }

    @Override
    public List<StageMetric> metrics() {
      return GateRelation.metrics(order);
    }

    @Override
    public List<Step> steps() {
      return IntStream.range(1, order.size()).mapToObj(i -> new Step(i - 1, i, true)).toList();
    }

    @Override
    public boolean overTrial() {
      return GateRelation.super.overTrial();
    }

    @Override
    public boolean holds(double... values) {
      return GateRelation.super.holds(values);
    }

    @Override
    public String claim() {
      return String.join(" > ", order);
    }
  }

  /**
   * The metrics of {@code order} rise, or fall, from the first to the last: no step goes the other
   * way, though it may be level, and the ends differ; see {@link GateRelation}.
   */
  record Monotone(
      List<String> order, Direction direction, @Nullable Double confidence, String because)
      implements Gate, GateRelation {
    public Monotone {
      order = GateRelation.checked(order, because);
      GateRelation.check(confidence);
    }

    /** Which way the metrics go. */
    public enum Direction {
      RISING,
      FALLING
    }

    @Override
    public List<StageMetric> metrics() {
      return GateRelation.metrics(order);
    }

    @Override
    public List<Step> steps() {
      int last = order.size() - 1;
      List<Step> steps = new ArrayList<>();
      for (int i = 1; i <= last; i++) {
        steps.add(step(i - 1, i, false));
      }
      steps.add(step(0, last, true));
      return steps;
    }

    private Step step(int before, int after, boolean strict) {
      return direction == Direction.RISING
          ? new Step(after, before, strict)
          : new Step(before, after, strict);
    }

    @Override
    public boolean overTrial() {
      return GateRelation.super.overTrial();
    }

    @Override
    public boolean holds(double... values) {
      return GateRelation.super.holds(values);
    }

    @Override
    public String claim() {
      String sign = direction == Direction.RISING ? " <= " : " >= ";
      String ends = direction == Direction.RISING ? " < " : " > ";
      return String.join(sign, order) + ", " + order.get(0) + ends + order.get(order.size() - 1);
    }
  }

  /**
   * The mean over the seeds of a trial is that of a published row; decided over the trial only.
   *
   * @param baseline id of a row of {@code baselines/published.csv} whose status is exact
   * @param margin how far the means may be apart, in the unit of the metric; {@code because} gives
   *     the reason. Absent: as far as printed precision and the spread of runs explain
   * @param confidence of the tests, 0.95 if absent
   */
  record Reproduces(
      String metric,
      String baseline,
      @Nullable Double margin,
      @Nullable Double confidence,
      String because)
      implements Gate {
    private static final double CONFIDENCE = 0.95;

    public Reproduces {
      check(metric, because);
      Require.text("baseline", baseline);
      GateRelation.check(confidence);
      if (margin != null) {
        Require.that(margin > 0 && margin < 1, "margin", "a number between 0 and 1", margin);
      }
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric));
    }

    /** Returns the confidence of the tests. */
    public double level() {
      return confidence == null ? CONFIDENCE : confidence;
    }

    @Override
    public boolean overTrial() {
      return true;
    }

    @Override
    public boolean holds(double... values) {
      throw new IllegalStateException("a reproduction is decided over the trial");
    }

    @Override
    public String claim() {
      return metric + " reproduces " + baseline + (margin == null ? "" : " +- " + number(margin));
    }
  }

  /**
   * Decides the gate.
   *
   * @param measured looks a metric up; empty if it was measured but has no value
   * @param missing says for a stage why it did not run; empty if it ran
   */
  default GateOutcome decide(
      String name,
      Function<StageMetric, OptionalDouble> measured,
      Function<String, Optional<String>> missing) {
    List<StageMetric> paths = metrics();
    double[] values = new double[paths.size()];
    for (int i = 0; i < values.length; i++) {
      StageMetric path = paths.get(i);
      Optional<String> reason = missing.apply(path.stage());
      if (reason.isPresent()) {
        return outcome(name, Verdict.NOT_RUN, reason.get());
      }
      OptionalDouble value = measured.apply(path);
      if (value.isEmpty()) {
        return outcome(name, Verdict.FAIL, path + " has no value in this result");
      }
      values[i] = value.getAsDouble();
    }
    String observed = "observed " + joined(values);
    return outcome(name, holds(values) ? Verdict.PASS : Verdict.FAIL, observed);
  }

  private GateOutcome outcome(String name, Verdict verdict, String evidence) {
    List<String> stages = metrics().stream().map(StageMetric::stage).toList();
    return new GateOutcome(name, stages, claim(), verdict, evidence, because());
  }

  private static String joined(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(text.isEmpty() ? "" : " and ").append(String.format(Locale.ROOT, "%.6f", value));
    }
    return text.toString();
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  private static void check(String metric, String because) {
    StageMetric.parse("metric", metric);
    Require.text("because", because);
  }
}
