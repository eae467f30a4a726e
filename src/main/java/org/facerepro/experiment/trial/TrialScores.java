package org.facerepro.experiment.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.facerepro.core.Seed;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.StoredParts;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.trial.Estimate;
import org.facerepro.metric.trial.SubjectReplicates;

/** The numbers of all runs of a trial, and the same with test subjects resampled. */
final class TrialScores {
  /** Replicates of a variance: its standard error is then below 5 %. */
  private static final int REPLICATES = 1000;

  private final ExperimentSpec spec;
  private final List<CompletedRun> runs;
  private final Seed seed;
  private final boolean resampled;
  private final Map<StageMetric, Optional<double[][]>> replicates = new HashMap<>();
  private final Map<String, List<Scores>> scores = new LinkedHashMap<>();

  /**
   * Takes runs.
   *
   * @param resampled whether to resample subjects, for which the scores are read
   */
  TrialScores(ExperimentSpec spec, List<CompletedRun> runs, boolean resampled) {
    this.spec = spec;
    this.runs = List.copyOf(runs);
    this.resampled = resampled;
    this.seed = new Seed(runs.get(0).result().seed()).child("trial");
  }

  int seeds() {
    return runs.size();
  }

  /** Says why a stage did not run with some seed; empty if it always did. */
  Optional<String> missing(String stage) {
    return runs.stream()
        .flatMap(run -> run.result().stage(stage).stream())
        .flatMap(record -> Optional.ofNullable(record.notRun()).stream())
        .findFirst();
  }

  /** Returns the value of a metric by seed, where there is one. */
  Map<Long, Double> values(StageMetric metric) {
    Map<Long, Double> values = new TreeMap<>();
    for (CompletedRun run : runs) {
      MetricReport report = run.result().reports().get(metric.report());
      OptionalDouble value = report == null ? OptionalDouble.empty() : report.value(metric.path());
      value.ifPresent(found -> values.put(run.result().seed(), found));
    }
    return values;
  }

  /** Returns the value of a metric in the order of the runs, or nothing where one has none. */
  Optional<double[]> complete(StageMetric metric) {
    double[] values = new double[runs.size()];
    for (int s = 0; s < values.length; s++) {
      MetricReport report = runs.get(s).result().reports().get(metric.report());
      OptionalDouble value = report == null ? OptionalDouble.empty() : report.value(metric.path());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[s] = value.getAsDouble();
    }
    return Optional.of(values);
  }

  /** Estimates a metric that has a value in every run. */
  Estimate estimate(StageMetric metric, double[] values) {
    return replicates(metric)
        .map(rows -> Estimate.ofSeedsAndSubjects(values, rows))
        .orElseGet(() -> Estimate.ofSeeds(values));
  }

  /** Estimates the difference of two metrics that have values in every run. */
  Estimate difference(StageMetric above, double[] a, StageMetric below, double[] b) {
    double[] difference = new double[a.length];
    for (int s = 0; s < a.length; s++) {
      difference[s] = a[s] - b[s];
    }
    Optional<double[][]> first = replicates(above);
    Optional<double[][]> second = replicates(below);
    return first.isPresent() && second.isPresent()
        ? Estimate.ofSeedsAndSubjects(
            difference, SubjectReplicates.minus(first.get(), second.get()))
        : Estimate.ofSeeds(difference);
  }

  /**
   * Estimates a function of several metrics that have values in every run.
   *
   * @param function of their values in the order of the metrics
   */
  Estimate estimate(List<StageMetric> metrics, ToDoubleFunction<double[]> function) {
    List<double[]> columns =
        metrics.stream().map(metric -> complete(metric).orElseThrow()).toList();
    double[] values = rows(columns, function);
    List<double[][]> resampled =
        metrics.stream().flatMap(metric -> replicates(metric).stream()).toList();
    if (resampled.size() < metrics.size()) {
      return Estimate.ofSeeds(values);
    }
    double[][] each = new double[values.length][];
    for (int s = 0; s < each.length; s++) {
      int seedIndex = s;
      each[s] = rows(resampled.stream().map(metric -> metric[seedIndex]).toList(), function);
    }
    return Estimate.ofSeedsAndSubjects(values, each);
  }

  private static double[] rows(List<double[]> columns, ToDoubleFunction<double[]> function) {
    double[] results = new double[columns.get(0).length];
    for (int i = 0; i < results.length; i++) {
      int row = i;
      results[i] =
          function.applyAsDouble(columns.stream().mapToDouble(column -> column[row]).toArray());
    }
    return results;
  }

  /** Replicates where all seeds share their test set; two stages on one set share the subjects. */
  private Optional<double[][]> replicates(StageMetric metric) {
    Optional<double[][]> known = replicates.get(metric);
    if (known == null) {
      known =
          sharedSet(metric.stage())
              .flatMap(
                  set ->
                      SubjectReplicates.of(
                          scores(metric.report()), metric.path(), seed.child(set), REPLICATES));
      replicates.put(metric, known);
    }
    return known;
  }

  private List<Scores> scores(String report) {
    return scores.computeIfAbsent(
        report,
        name -> {
          List<Scores> all = new ArrayList<>();
          runs.forEach(
              run -> all.add(StoredParts.scores(run.folder(StageMetric.stageOf(name)), name)));
          return all;
        });
  }

  /**
   * Returns a name of the test set of a stage that verifies if it is the same in every run;
   * searches and templates are not resampled.
   */
  private Optional<String> sharedSet(String stage) {
    if (!resampled || missing(stage).isPresent()) {
      return Optional.empty();
    }
    List<Optional<String>> sets =
        runs.stream().map(run -> TestSet.of(spec, run.result(), stage)).distinct().toList();
    return sets.size() == 1 ? sets.get(0) : Optional.empty();
  }
}
