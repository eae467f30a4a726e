package org.facerepro.protocol.ijb;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.facerepro.metric.ComparisonCounts;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Far;
import org.facerepro.metric.Invariants;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.panel.MetricPanel;
import org.facerepro.protocol.EvaluationResult.Part;
import org.facerepro.protocol.ijb.IjbOptions.Scale;

/**
 * The report on 1:1 comparisons of templates: the default rules, and those by which most IJB tables
 * are made.
 */
public final class TemplateMetrics {
  /** False accept rates of IJB-B and IJB-C. */
  public static final List<Far> TARGETS =
      List.of("1e-6", "1e-5", "1e-4", "1e-3", "1e-2", "1e-1").stream().map(Far::parse).toList();

  private static final Set<Convention> CONVENTIONS =
      EnumSet.of(
          Convention.EXACT_LE,
          Convention.NEAREST_CORNER,
          Convention.AUC_MANN_WHITNEY,
          Convention.AUC_SKLEARN,
          Convention.EER_INTERVAL,
          Convention.FTA_COMPARISONS);

  private static final int SYMMETRY_SAMPLE = 64;

  private TemplateMetrics() {}

  /**
   * Compares templates and reports.
   *
   * @param name of the part
   * @param subjects how many there are, 0 where they are not known
   */
  public static Part part(
      String name,
      Templates templates,
      TemplatePairs pairs,
      Scale scale,
      List<Far> targets,
      int subjects) {
    double[] similarity = PairScores.of(templates, pairs, scale);
    requireSymmetry(templates, pairs, scale, similarity);
    LabelledScores scores = LabelledScores.takeOver(similarity, pairs.classes());
    MetricReport report = report(scores, targets, subjects);
    Invariants.countsAreTheProtocols(
        report.comparisons(), pairs.genuineCount(), pairs.size() - pairs.genuineCount());
    return new Part(name, report, scores);
  }

  /**
   * Reports on templates that were compared.
   *
   * @param subjects how many there are, 0 where they are not known
   */
  public static MetricReport report(LabelledScores scores, List<Far> targets, int subjects) {
    MetricReport report = MetricPanel.report(scores, CONVENTIONS, targets, null);
    ComparisonCounts counts = report.comparisons();
    return MetricReport.of(
        counts.withSubjects(Math.min(subjects, 2L * scores.size())), report.metrics());
  }

  /** Compares some templates again the other way round, taken evenly over the list. */
  private static void requireSymmetry(
      Templates templates, TemplatePairs pairs, Scale scale, double[] similarity) {
    int count = Math.min(SYMMETRY_SAMPLE, pairs.size());
    int[] at = new int[count];
    Arrays.setAll(at, i -> (int) ((long) i * pairs.size() / count));
    TemplatePairs swapped =
        TemplatePairs.takeOver(
            Arrays.stream(at).map(pairs::second).toArray(),
            Arrays.stream(at).map(pairs::first).toArray(),
            new boolean[count]);
    double[] again = PairScores.of(templates, swapped, scale);
    for (int i = 0; i < count; i++) {
      double one = similarity[at[i]];
      double other = again[i];
      Invariants.symmetric(0, 1, (a, b) -> a == 0 ? one : other);
    }
  }
}
