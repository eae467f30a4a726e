package org.facerepro.experiment;

import java.util.TreeSet;
import org.facerepro.core.Seed;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;

/** Which metrics a verify stage measures: those of a report over a few made-up scores. */
final class MeasuredMetrics {
  private static final MetricReport REPORT = VerificationMetrics.report(few(), new Seed(1));

  private MeasuredMetrics() {}

  private static Scores few() {
    Scores.Builder scores = Scores.builder(2);
    for (int i = 0; i < 8; i++) {
      boolean genuine = i % 2 == 0;
      String subject = Integer.toString(i / 2);
      scores.add(genuine ? 0.5f : 0.1f, genuine, i / 4, subject, genuine ? subject : "other" + i);
    }
    return scores.build();
  }

  /** Tells whether a verify stage measures a metric under the convention named. */
  static boolean include(MetricPath path) {
    return REPORT.entry(path.convention(), path.metric()).isPresent();
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
