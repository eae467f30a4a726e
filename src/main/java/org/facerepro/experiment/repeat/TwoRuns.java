package org.facerepro.experiment.repeat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.facerepro.core.Seed;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;
import org.facerepro.experiment.StoredScores;
import org.facerepro.metric.Interval;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.trial.Estimate;
import org.facerepro.metric.trial.SubjectReplicates;

/**
 * Compares two runs of one specification.
 *
 * <p>A test whose scores are not close is statistically equal if the 95 % intervals of the
 * differences of accuracy and AUC, over resampled test subjects, hold 0. Any other stage that is
 * not close is statistically equal if all tests that rest on it are, and if there are some.
 */
public final class TwoRuns {
  private static final double LEVEL = 0.95;
  private static final int REPLICATES = 1000;
  private static final List<MetricPath> JUDGED =
      List.of(MetricPath.valueOf(Metric.ACCURACY), MetricPath.valueOf(Metric.AUC));

  private final ExperimentSpec spec;
  private final CompletedRun first;
  private final CompletedRun second;
  private final Map<String, RepeatReport.StageRepeat> stages = new LinkedHashMap<>();

  private TwoRuns(ExperimentSpec spec, CompletedRun first, CompletedRun second) {
    this.spec = spec;
    this.first = first;
    this.second = second;
  }

  /** Compares all stages, in their order. */
  public static RepeatReport compare(ExperimentSpec spec, CompletedRun first, CompletedRun second) {
    TwoRuns both = new TwoRuns(spec, first, second);
    List<String> order = first.result().stages().stream().map(RunResult.StageRecord::name).toList();
    order.forEach(name -> both.stages.put(name, both.stage(name)));
    order.forEach(both::judgeByTests);
    List<RepeatReport.StageRepeat> all = List.copyOf(both.stages.values());
    RunResult result = first.result();
    return new RepeatReport(
        RepeatReport.SCHEMA,
        result.experiment(),
        result.scale(),
        result.seed(),
        all.stream()
            .map(RepeatReport.StageRepeat::likeness)
            .max(Likeness::compareTo)
            .orElse(Likeness.BIT_EQUAL),
        all.stream()
            .filter(stage -> stage.likeness() != Likeness.BIT_EQUAL)
            .filter(stage -> stage.likeness() != Likeness.NOT_RUN)
            .map(RepeatReport.StageRepeat::stage)
            .findFirst()
            .orElse(null),
        all);
  }

  private RepeatReport.StageRepeat stage(String name) {
    RunResult.StageRecord one = first.result().stage(name).orElseThrow();
    Optional<RunResult.StageRecord> other = second.result().stage(name);
    String reason = one.notRun();
    if (reason == null) {
      reason = other.map(RunResult.StageRecord::notRun).orElse(null);
    }
    if (reason != null || other.isEmpty()) {
      return repeat(one, Likeness.NOT_RUN, String.valueOf(reason));
    }
    if (Objects.equals(one.payload(), other.get().payload())) {
      return repeat(one, Likeness.BIT_EQUAL, "payload " + one.payload());
    }
    Distance distance = FolderDistance.of(first.folder(name), second.folder(name));
    if (distance.isClose()) {
      return repeat(one, Likeness.CLOSE, distance.text());
    }
    return hasScores(spec.stage(name))
        ? test(one, distance)
        : repeat(one, Likeness.DIFFERENT, distance.text());
  }

  /** Groups are measured on the scores of all comparisons, as the whole is. */
  private static boolean hasScores(Stage stage) {
    return stage instanceof Stage.Verify || stage instanceof Stage.VerifyGroups;
  }

  private static RepeatReport.StageRepeat repeat(
      RunResult.StageRecord stage, Likeness likeness, String evidence) {
    return new RepeatReport.StageRepeat(stage.name(), stage.kind(), likeness, evidence);
  }

  private RepeatReport.StageRepeat test(RunResult.StageRecord stage, Distance distance) {
    Scores one = StoredScores.read(first.folder(stage.name()));
    Scores other = StoredScores.read(second.folder(stage.name()));
    if (!SubjectReplicates.sameComparisons(List.of(one, other))) {
      return repeat(stage, Likeness.DIFFERENT, "other comparisons");
    }
    boolean equal = true;
    StringBuilder evidence = new StringBuilder(distance.text());
    for (MetricPath path : JUDGED) {
      Optional<Interval> interval = difference(stage.name(), path, one, other);
      equal &= interval.isPresent() && interval.get().low() <= 0 && interval.get().high() >= 0;
      evidence.append("; ").append(path).append(" differs by ").append(text(interval));
    }
    Likeness likeness = equal ? Likeness.STATISTICALLY_EQUAL : Likeness.DIFFERENT;
    return repeat(stage, likeness, evidence.toString());
  }

  private static String text(Optional<Interval> interval) {
    return interval
        .map(i -> String.format(Locale.ROOT, "%.4f to %.4f (95 %%)", i.low(), i.high()))
        .orElse("an amount that cannot be tested");
  }

  private Optional<Interval> difference(String stage, MetricPath path, Scores one, Scores other) {
    double[] values = new double[1];
    values[0] = value(first, stage, path) - value(second, stage, path);
    Seed seed = new Seed(first.result().seed()).child("twice");
    Optional<double[][]> a = SubjectReplicates.of(List.of(one), path, seed, REPLICATES);
    Optional<double[][]> b = SubjectReplicates.of(List.of(other), path, seed, REPLICATES);
    return a.isEmpty() || b.isEmpty() || Double.isNaN(values[0])
        ? Optional.empty()
        : Estimate.ofSeedsAndSubjects(values, SubjectReplicates.minus(a.get(), b.get()))
            .interval(LEVEL);
  }

  private static double value(CompletedRun run, String stage, MetricPath path) {
    MetricReport report = run.result().reports().get(stage);
    return report == null ? Double.NaN : report.value(path).orElse(Double.NaN);
  }

  private void judgeByTests(String name) {
    RepeatReport.StageRepeat stage = Objects.requireNonNull(stages.get(name));
    if (stage.likeness() != Likeness.DIFFERENT || spec.stage(name) instanceof Stage.Measuring) {
      return;
    }
    List<RepeatReport.StageRepeat> tests = testsOf(name);
    boolean equal =
        !tests.isEmpty()
            && tests.stream()
                .allMatch(test -> test.likeness().compareTo(Likeness.STATISTICALLY_EQUAL) <= 0);
    if (equal) {
      String evidence = stage.evidence() + "; no test that rests on it differs";
      stages.put(
          name,
          new RepeatReport.StageRepeat(name, stage.kind(), Likeness.STATISTICALLY_EQUAL, evidence));
    }
  }

  /** Returns the verify stages that rest on a stage, whatever lies between. */
  private List<RepeatReport.StageRepeat> testsOf(String name) {
    Set<String> resting = new HashSet<>(Set.of(name));
    List<RepeatReport.StageRepeat> tests = new ArrayList<>();
    stages.forEach(
        (each, repeat) -> {
          Stage stage = spec.stage(each);
          if (stage.inputs().values().stream().anyMatch(in -> resting.contains(in.stage()))) {
            resting.add(each);
            if (stage instanceof Stage.Measuring) {
              tests.add(repeat);
            }
          }
        });
    return tests;
  }
}
