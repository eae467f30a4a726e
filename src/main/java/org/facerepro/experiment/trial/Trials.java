package org.facerepro.experiment.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;
import org.facerepro.experiment.ClaimOutcome;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Interval;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.trial.Estimate;
import org.jspecify.annotations.Nullable;

/** Puts runs together. */
public final class Trials {
  /** Level of the intervals of a trial. */
  public static final double LEVEL = 0.95;

  private Trials() {}

  /**
   * Makes the trial of some runs of one specification at one scale.
   *
   * @param runs with different seeds, at least one
   * @param known published rows and stored reference runs
   */
  public static Trial of(ExperimentSpec spec, List<CompletedRun> runs, Known known) {
    Require.that(!runs.isEmpty(), "runs", "at least one", runs);
    return of(spec, runs, known, new TrialScores(spec, runs, true));
  }

  /**
   * Makes the same from the results alone: no interval over subjects, and comparisons of metrics
   * rest on the seeds only. Everything else is as in the trial.
   */
  public static Trial withoutScores(ExperimentSpec spec, List<CompletedRun> runs, Known known) {
    Require.that(!runs.isEmpty(), "runs", "at least one", runs);
    return of(spec, runs, known, new TrialScores(spec, runs, false));
  }

  private static Trial of(
      ExperimentSpec spec, List<CompletedRun> runs, Known known, TrialScores scores) {
    RunResult first = runs.get(0).result();
    String specification = specification(spec);
    Reference reference = known.reference(spec.id(), first.scale(), specification);
    List<Trial.TrialGate> gates = new TrialJudge(spec, runs, scores, known, reference).decide();
    List<Verdict> verdicts = new ArrayList<>();
    gates.forEach(gate -> verdicts.add(gate.verdict()));
    runs.forEach(run -> verdicts.add(run.result().verdict()));
    List<Long> seeds = runs.stream().map(run -> run.result().seed()).toList();
    return new Trial(
        Trial.SCHEMA,
        spec.id(),
        spec.title(),
        first.scale(),
        seeds,
        spec.reproduces(),
        spec.realData(),
        specification,
        Verdict.worst(verdicts),
        rerun(spec.id(), first.scale(), seeds),
        reference.says(),
        gates,
        metrics(runs, scores),
        runs.stream().map(run -> run(run.result())).toList(),
        claims(spec, gates));
  }

  /** Decides the claims of a specification by the verdicts of its gates. */
  public static @Nullable List<ClaimOutcome> claims(
      ExperimentSpec spec, List<Trial.TrialGate> gates) {
    Map<String, Verdict> verdicts = new HashMap<>();
    gates.forEach(gate -> verdicts.put(gate.gate(), gate.verdict()));
    return ClaimOutcome.decide(spec.claims(), verdicts);
  }

  /** Returns the command that runs some seeds of an experiment. */
  public static String rerun(String experiment, String scale, List<Long> seeds) {
    String list = seeds.stream().map(String::valueOf).collect(Collectors.joining(","));
    return "./facerepro run " + experiment + " --scale " + scale + " --seeds " + list;
  }

  /** Returns a hash over the stages, which are all that can change a number. */
  static String specification(ExperimentSpec spec) {
    Map<String, Object> stages = new TreeMap<>();
    for (Map.Entry<String, Stage> stage : spec.stages().entrySet()) {
      stages.put(stage.getKey(), List.of(stage.getValue().kind(), Json.tree(stage.getValue())));
    }
    return Sha256.of(Json.compact(stages)).hex();
  }

  private static Trial.TrialRun run(RunResult result) {
    Map<String, String> payloads = new LinkedHashMap<>();
    for (RunResult.StageRecord stage : result.stages()) {
      if (stage.payload() != null) {
        payloads.put(stage.name(), stage.payload());
      }
    }
    return new Trial.TrialRun(result.seed(), result.verdict(), payloads);
  }

  private static List<Trial.TrialMetric> metrics(List<CompletedRun> runs, TrialScores scores) {
    List<Trial.TrialMetric> metrics = new ArrayList<>();
    for (StageMetric metric : measured(runs)) {
      Map<Long, Double> values = scores.values(metric);
      if (!values.isEmpty()) {
        metrics.add(metric(metric, values, scores));
      }
    }
    return metrics;
  }

  /** Returns every number that some run reports under its default convention, in order. */
  private static List<StageMetric> measured(List<CompletedRun> runs) {
    return runs.stream()
        .flatMap(run -> run.result().reports().entrySet().stream())
        .flatMap(
            report ->
                report.getValue().metrics().values().stream()
                    .flatMap(entries -> entries.keySet().stream())
                    .map(metric -> new StageMetric(report.getKey(), MetricPath.valueOf(metric))))
        .distinct()
        .toList();
  }

  private static Trial.TrialMetric metric(
      StageMetric metric, Map<Long, Double> values, TrialScores scores) {
    double[] array = values.values().stream().mapToDouble(Double::doubleValue).toArray();
    Estimate overSeeds = Estimate.ofSeeds(array);
    Optional<Interval> overSubjects =
        scores
            .complete(metric)
            .map(complete -> scores.estimate(metric, complete))
            .filter(estimate -> estimate.basis() != Estimate.Basis.SEEDS)
            .flatMap(estimate -> estimate.interval(LEVEL));
    return new Trial.TrialMetric(
        metric.toString(),
        values,
        overSeeds.mean(),
        overSeeds.std(),
        overSeeds.interval(LEVEL).orElse(null),
        overSubjects.orElse(null));
  }
}
