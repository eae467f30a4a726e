package org.facerepro.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.facerepro.core.Require;

/**
 * One assertion on measured numbers, with the reason for its bound.
 *
 * <p>A metric is written {@code <verify stage>.<metric>}, for instance {@code proxy-real.accuracy}
 * or {@code lfw-dev.accuracy.interval.low}.
 */
public sealed interface Gate {

  /** Why the bound is what it is; part of the evidence. */
  String because();

  /** The metric that is judged. */
  String metric();

  /** The metrics that decide the gate, {@link #metric()} first. */
  default List<StageMetric> metrics() {
    return List.of(StageMetric.parse("metric", metric()));
  }

  /** Says what must hold, in words with numbers. */
  String claim();

  /** Decides on the values of {@link #metrics()}, in that order, all present. */
  boolean holds(double... values);

  /** {@code metric ≥ value}. */
  record AtLeast(String metric, double value, String because) implements Gate {
    public AtLeast {
      check(metric, because);
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
    public String claim() {
      return metric + " = " + number(value);
    }

    @Override
    public boolean holds(double... values) {
      return values[0] == value;
    }
  }

  /** {@code metric > other} in the same run. */
  record GreaterThan(String metric, String other, String because) implements Gate {
    public GreaterThan {
      check(metric, because);
      StageMetric.parse("other", other);
    }

    @Override
    public List<StageMetric> metrics() {
      return List.of(StageMetric.parse("metric", metric), StageMetric.parse("other", other));
    }

    @Override
    public String claim() {
      return metric + " > " + other;
    }

    @Override
    public boolean holds(double... values) {
      return values[0] > values[1];
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
