package org.facerepro.experiment;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facerepro.core.Seed;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Far;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;

/**
 * Which metrics a verify stage measures, and which numbers each has: those of a report over made-up
 * scores, enough for a value at the largest target.
 */
final class MeasuredMetrics {
  private static final int COMPARISONS = 80;
  private static final MetricReport REPORT = VerificationMetrics.report(few(), new Seed(1));

  private MeasuredMetrics() {}

  private static Scores few() {
    Scores.Builder scores = Scores.builder(2);
    for (int i = 0; i < COMPARISONS; i++) {
      boolean genuine = i % 2 == 0;
      String subject = Integer.toString(i / 2);
      int fold = 2 * i / COMPARISONS;
      float similarity = (genuine ? 0.5f : 0.1f) + 0.01f * (i % 4);
      scores.add(similarity, genuine, fold, subject, genuine ? subject : "other" + i);
    }
    return scores.build();
  }

  /** Tells whether a verify stage measures a metric under the convention named. */
  static boolean include(MetricPath path) {
    return REPORT.entry(path.convention(), path.metric()).isPresent();
  }

  /** Tells whether a metric that is measured has the number that is named of it. */
  static boolean has(MetricPath path) {
    return REPORT.value(path.with(known(path.metric()))).isPresent();
  }

  /** Returns which numbers there are of a metric that is measured. */
  static String parts(MetricPath path) {
    MetricPath known = path.with(known(path.metric()));
    return Arrays.stream(MetricPath.Part.values())
        .filter(part -> REPORT.value(known.with(part)).isPresent())
        .map(MetricPath.Part::id)
        .collect(Collectors.joining(", "));
  }

  /** A rate at a target has the same numbers at each target that its comparisons allow. */
  private static Metric known(Metric metric) {
    Far largest = VerificationMetrics.DEFAULT_TARGETS.get(0);
    return switch (metric.family()) {
      case TAR_AT_FAR -> Metric.tarAt(largest);
      case FNMR_AT_FMR -> Metric.fnmrAt(largest);
      default -> metric;
    };
  }

  /**
   * Returns the names of what is measured, each under the convention it has where none is named.
   */
  static String names() {
    TreeSet<String> names = new TreeSet<>();
    for (Convention convention : REPORT.metrics().keySet()) {
      for (Metric metric : REPORT.metricsOf(convention)) {
        MetricPath path = MetricPath.valueOf(metric);
        if (path.convention() == convention) {
          names.add(path.text());
        }
      }
    }
    return String.join(", ", names);
  }
}
