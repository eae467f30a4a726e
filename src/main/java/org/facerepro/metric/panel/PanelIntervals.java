package org.facerepro.metric.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facerepro.core.Seed;
import org.facerepro.core.SpecException;
import org.facerepro.metric.Bootstrap;
import org.facerepro.metric.ClopperPearson;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Far;
import org.facerepro.metric.FoldAccuracy;
import org.facerepro.metric.Interval;
import org.facerepro.metric.Interval.Method;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricEntry;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.SubjectBootstrap;
import org.facerepro.metric.WeightedAccuracy;
import org.facerepro.metric.WeightedRoc;
import org.facerepro.metric.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * Further intervals of the default numbers: accuracy over folds with its thresholds kept, area, and
 * true accept rates.
 */
public final class PanelIntervals {
  /** Comparisons above which resampling takes too long to be asked for in passing. */
  private static final int MOST_RESAMPLED = 1_000_000;

  private final MetricReport report;
  private final LabelledScores scores;
  private final List<PanelInterval> rows = new ArrayList<>();

  private PanelIntervals(MetricReport report, LabelledScores scores) {
    this.report = report;
    this.scores = scores;
  }

  /**
   * Computes intervals of the numbers that a report has.
   *
   * @param wanted {@code wilson}, {@code clopper-pearson}, {@code bootstrap-pair}, {@code
   *     bootstrap-subject}
   * @param people the same comparisons with their subjects; needed for the last
   * @throws SpecException if subjects are missing, or there are too many comparisons to resample
   */
  public static List<PanelInterval> of(
      MetricReport report,
      LabelledScores scores,
      Set<Method> wanted,
      @Nullable Scores people,
      Seed seed) {
    PanelIntervals intervals = new PanelIntervals(report, scores);
    for (Method method : wanted) {
      switch (method) {
        case WILSON, CLOPPER_PEARSON -> intervals.proportions(method);
        case BOOTSTRAP_PAIR -> intervals.resampled(Bootstrap.overComparisons(scores, seed));
        case BOOTSTRAP_SUBJECT -> intervals.resampled(overSubjects(people, seed));
        case DELONG, RULE_OF_THREE, STUDENT_SEEDS, WELCH_SEEDS, SEEDS_SUBJECTS ->
            throw new SpecException("--interval: " + method.id() + " is printed where it applies");
      }
    }
    return List.copyOf(intervals.rows);
  }

  private static Bootstrap overSubjects(@Nullable Scores people, Seed seed) {
    if (people == null) {
      throw new SpecException("--interval: bootstrap-subject needs --subjects");
    }
    return Bootstrap.overSubjects(people, seed);
  }

  private void proportions(Method method) {
    for (Metric metric : report.metricsOf(Convention.EXACT_LE)) {
      MetricEntry entry = report.entry(Convention.EXACT_LE, metric).orElseThrow();
      Integer hits = entry.trueAccepts();
      if (hits != null && entry.genuine() > 0) {
        add(
            Convention.EXACT_LE,
            metric,
            Optional.of(
                method == Method.WILSON
                    ? Wilson.interval(hits, entry.genuine(), SubjectBootstrap.LEVEL)
                    : ClopperPearson.interval(hits, entry.genuine(), SubjectBootstrap.LEVEL)));
      }
    }
  }

  private void resampled(Bootstrap bootstrap) {
    if (scores.size() > MOST_RESAMPLED) {
      throw new SpecException(
          "--interval: %d comparisons are more than the %d that are resampled; take wilson"
              .formatted(scores.size(), MOST_RESAMPLED));
    }
    WeightedRoc roc = new WeightedRoc(scores);
    add(Convention.AUC_MANN_WHITNEY, Metric.AUC, bootstrap.interval(roc::auc));
    for (Metric metric : report.metricsOf(Convention.EXACT_LE)) {
      Far target = metric.far();
      if (target != null && hasValue(Convention.EXACT_LE, metric)) {
        add(Convention.EXACT_LE, metric, bootstrap.interval(weights -> roc.tar(target, weights)));
      }
    }
    report
        .entry(Convention.TENFOLD_FACENET, Metric.ACCURACY)
        .map(MetricEntry::folds)
        .ifPresent(
            folds ->
                add(
                    Convention.TENFOLD_FACENET,
                    Metric.ACCURACY,
                    bootstrap.interval(new WeightedAccuracy(scores, correct(folds))::of)));
  }

  private boolean[] correct(List<FoldAccuracy> folds) {
    boolean[] correct = new boolean[scores.size()];
    for (int i = 0; i < correct.length; i++) {
      Double threshold = folds.get(scores.fold(i)).threshold();
      boolean accepted = threshold != null && 2 - 2 * scores.similarity(i) < threshold;
      correct[i] = accepted == scores.genuine(i);
    }
    return correct;
  }

  private boolean hasValue(Convention convention, Metric metric) {
    return report.entry(convention, metric).map(MetricEntry::value).isPresent();
  }

  private void add(Convention convention, Metric metric, Optional<Interval> interval) {
    if (hasValue(convention, metric)) {
      interval.ifPresent(found -> rows.add(new PanelInterval(convention, metric, found)));
    }
  }
}
