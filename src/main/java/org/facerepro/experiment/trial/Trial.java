package org.facerepro.experiment.trial;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.Require;
import org.facerepro.experiment.ClaimOutcome;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Interval;
import org.facerepro.metric.trial.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of one specification came to together. Holds nothing that differs between two equal
 * trials.
 *
 * @param schema {@value #SCHEMA}
 * @param experiment id of the specification
 * @param title its title
 * @param scale embedded, sample or paper
 * @param seeds one run each
 * @param reproduces paper and table, or "none"
 * @param realData real faces that training has seen, or "none"
 * @param specification SHA-256 over the stages: trials are comparable if it is equal
 * @param verdict worst verdict of all runs and gates
 * @param rerun the command that makes this trial again
 * @param reference what drift was measured against
 * @param gates all gates, decided over the trial
 * @param metrics the numbers, by verify stage and metric
 * @param runs the single runs
 * @param claims the decided claims of the publication; absent where the specification has none
 */
public record Trial(
    String schema,
    String experiment,
    String title,
    String scale,
    List<Long> seeds,
    String reproduces,
    String realData,
    String specification,
    Verdict verdict,
    String rerun,
    String reference,
    List<TrialGate> gates,
    List<TrialMetric> metrics,
    List<TrialRun> runs,
    @Nullable List<ClaimOutcome> claims) {

  /** What the first key of the JSON form says. */
  public static final String SCHEMA = "facerepro/trial/v1";

  public Trial {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    seeds = List.copyOf(seeds);
    gates = List.copyOf(gates);
    metrics = List.copyOf(metrics);
    runs = List.copyOf(runs);
    claims = claims == null ? null : List.copyOf(claims);
  }

  /** Returns a number by its path, {@code stage.metric}. */
  public Optional<TrialMetric> metric(String path) {
    return metrics.stream().filter(metric -> metric.metric().equals(path)).findFirst();
  }

  /** Returns whether the trial says more than its only run. */
  @JsonIgnore
  public boolean isMoreThanItsRun() {
    boolean decided = gates.stream().anyMatch(gate -> gate.verdict() == Verdict.DRIFT);
    return runs.size() > 1 || decided || gates.stream().anyMatch(TrialGate::overTrial);
  }

  /**
   * One run.
   *
   * @param seed its root seed
   * @param verdict of the gates that one run can decide
   * @param payloads hash of every stage that ran, by name
   */
  public record TrialRun(long seed, Verdict verdict, Map<String, String> payloads) {
    public TrialRun {
      payloads = Collections.unmodifiableMap(new TreeMap<>(payloads));
    }
  }

  /**
   * One number.
   *
   * @param metric {@code stage.metric}
   * @param values by seed; seeds whose run has no value are left out
   * @param mean over seeds
   * @param std sample standard deviation; absent with one value
   * @param interval Student's, over seeds: of the mean on these test subjects, unless every seed
   *     has its own
   * @param overSubjects of the mean on other subjects of the same kind; absent where every seed has
   *     its own subjects, which {@code interval} then covers, and for numbers that are not
   *     resampled
   */
  public record TrialMetric(
      String metric,
      Map<Long, Double> values,
      double mean,
      @Nullable Double std,
      @Nullable Interval interval,
      @Nullable Interval overSubjects) {
    public TrialMetric {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Returns the values in the order of their seeds. */
    public double[] array() {
      return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * One gate.
   *
   * @param gate its name in the specification
   * @param stages the verify stages it rests on
   * @param claim what had to hold
   * @param verdict what it came to
   * @param evidence the numbers that decided, or why there are none
   * @param because the reason for the bound
   * @param overTrial whether single runs could not decide it
   * @param comparisons the steps of a gate that compares metrics with confidence
   * @param reproduced what a published row was held against
   * @param saved how much data a method saves
   */
  public record TrialGate(
      String gate,
      List<String> stages,
      String claim,
      Verdict verdict,
      String evidence,
      String because,
      boolean overTrial,
      List<Comparison> comparisons,
      @Nullable Reproduced reproduced,
      @Nullable Saved saved) {
    public TrialGate {
      stages = List.copyOf(stages);
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * The difference of two metrics over the trial.
   *
   * @param above the metric that is to be larger
   * @param below the one that is to be smaller
   * @param strict whether they may not be level
   * @param difference above − below
   * @param p one-sided, of "not larger"
   * @param holds what the step came to
   */
  public record Comparison(
      String above, String below, boolean strict, Estimate difference, double p, boolean holds) {}

  /**
   * How many times as much data a method needs that is held against another one.
   *
   * @param amount of data that the other one was given
   * @param factor geometric mean over the seeds
   * @param interval of the factor, two-sided; absent with one seed
   * @param bounded seeds whose curve does not get as far, so that the factor is a lower bound
   */
  public record Saved(double amount, double factor, @Nullable Interval interval, int bounded) {}

  /**
   * A published row beside what came out here.
   *
   * @param baseline its id
   * @param paper key of the publication
   * @param table where in it
   * @param published the value as printed
   * @param unit of the printed value
   * @param value the same in the unit of the metric
   * @param reproduced mean over the seeds
   * @param difference reproduced − value
   * @param tolerance that printed precision and the spread of runs explain
   * @param least smallest margin for which the two would be shown to be equivalent
   * @param source public address of the row
   */
  public record Reproduced(
      String baseline,
      String paper,
      String table,
      String published,
      String unit,
      double value,
      double reproduced,
      double difference,
      double tolerance,
      double least,
      String source) {}
}
