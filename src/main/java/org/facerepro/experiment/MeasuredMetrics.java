package org.facerepro.experiment;

import java.util.TreeSet;
import org.facerepro.core.Seed;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.metric.search.Roster;
import org.facerepro.metric.search.SearchMetrics;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.metric.search.SearchScores;
import org.facerepro.metric.search.Searches;

/** Which metrics a stage measures: those of a report over a few made-up scores. */
final class MeasuredMetrics {
  private static final Seed SEED = new Seed(1);
  private static final MeasuredMetrics VERIFIED =
      new MeasuredMetrics(VerificationMetrics.report(few(), SEED));
  private static final MeasuredMetrics SEARCHED =
      new MeasuredMetrics(
          SearchMetrics.report(Searches.of(oneSearch()), SEED, SearchRates.STANDARD));

  private final MetricReport report;

  private MeasuredMetrics(MetricReport report) {
    this.report = report;
  }

  /** Returns what a stage of a kind measures. */
  static MeasuredMetrics of(Stage.Measuring stage) {
    return stage instanceof Stage.Search ? SEARCHED : VERIFIED;
  }

  /** A mated and a non-mated probe in a gallery of two. */
  private static SearchScores oneSearch() {
    return SearchScores.takeOver(
        new float[] {0.5f, 0.1f, 0.2f, 0.1f},
        Roster.ofSubjects(new int[] {1, 3}),
        Roster.ofSubjects(new int[] {1, 2}));
  }

  private static Scores few() {
    Scores.Builder scores = Scores.builder(2);
    for (int i = 0; i < 8; i++) {
      boolean genuine = i % 2 == 0;
      String subject = Integer.toString(i / 2);
      scores.add(genuine ? 0.5f : 0.1f, genuine, i / 4, subject, genuine ? subject : "other" + i);
    }
    return scores.build();
  }

  /** Tells whether the stage measures a metric under the convention named. */
  boolean include(MetricPath path) {
    return report.entry(path.convention(), path.metric()).isPresent();
  }

  /**
   * Returns the names of what is measured, each under the convention it has where none is named.
   */
  String names() {
    TreeSet<String> names = new TreeSet<>();
    for (Convention convention : report.metrics().keySet()) {
      for (Metric metric : report.metricsOf(convention)) {
        MetricPath path = MetricPath.valueOf(metric);
        if (path.convention() == convention) {
          names.add(path.text());
        }
      }
    }
    return String.join(", ", names);
  }
}
