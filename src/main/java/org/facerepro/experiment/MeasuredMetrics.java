package org.facerepro.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facerepro.core.Seed;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Far;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.MeanReport;
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
import org.facerepro.protocol.ijb.TemplateMetrics;

/**
 * Which metrics a stage measures, and which numbers each has: those of reports over made-up scores,
 * enough for a value at the largest target.
 */
final class MeasuredMetrics {
  private static final int COMPARISONS = 80;
  private static final Seed SEED = new Seed(1);
  private static final MeasuredMetrics VERIFIED =
      new MeasuredMetrics(List.of(VerificationMetrics.report(few(), SEED)));
  private static final MetricReport SEARCH =
      SearchMetrics.report(Searches.of(fewSearches()), SEED, SearchRates.STANDARD);
  private static final MeasuredMetrics SEARCHED = new MeasuredMetrics(List.of(SEARCH));
  private static final MeasuredMetrics TEMPLATES = ofTemplates(TemplateMetrics.TARGETS);
  private static final MeasuredMetrics TEMPLATES_SEARCHED = withMean(SEARCH);

  private final List<MetricReport> reports;

  private MeasuredMetrics(List<MetricReport> reports) {
    this.reports = reports;
  }

  /** Returns what a stage of a kind measures. */
  static MeasuredMetrics of(Stage.Measuring stage) {
    if (stage instanceof Stage.VerifyTemplates) {
      return TEMPLATES;
    }
    if (stage instanceof Stage.SearchTemplates) {
      return TEMPLATES_SEARCHED;
    }
    return stage instanceof Stage.Search ? SEARCHED : VERIFIED;
  }

  /**
   * Returns what a stage measures of templates that are compared.
   *
   * @param targets false accept rates at which their protocol reports
   */
  static MeasuredMetrics ofTemplates(List<Far> targets) {
    return withMean(TemplateMetrics.report(mixed(), targets, 0));
  }

  /** One split, and the mean of two, which has other numbers of the same metrics. */
  private static MeasuredMetrics withMean(MetricReport split) {
    return new MeasuredMetrics(List.of(split, MeanReport.of(List.of(split, split))));
  }

  /** Classes that overlap, for where they do not, an area has no interval. */
  private static LabelledScores mixed() {
    float[] similarity = new float[COMPARISONS];
    boolean[] genuine = new boolean[COMPARISONS];
    for (int i = 0; i < COMPARISONS; i++) {
      genuine[i] = i % 2 == 0;
      similarity[i] = 0.01f * (i * 7 % 31) + (genuine[i] ? 0.1f : 0);
    }
    return LabelledScores.takeOver(similarity, genuine);
  }

  /** Enough mated and non-mated probes for a value at the smallest rate of false alarms. */
  private static SearchScores fewSearches() {
    int gallery = 10;
    int probes = 220;
    float[] similarity = new float[probes * gallery];
    int[] subjects = new int[probes];
    for (int p = 0; p < probes; p++) {
      subjects[p] = p < probes / 2 ? p % gallery : gallery + p;
      for (int entry = 0; entry < gallery; entry++) {
        similarity[p * gallery + entry] = subjects[p] == entry ? 0.5f : 0.001f * (p + entry);
      }
    }
    return SearchScores.takeOver(
        similarity,
        Roster.ofSubjects(subjects),
        Roster.ofSubjects(IntStream.range(0, gallery).toArray()));
  }

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

  /** Tells whether the stage measures a metric under the convention named. */
  boolean include(MetricPath path) {
    return reports.stream()
        .anyMatch(report -> report.entry(path.convention(), path.metric()).isPresent());
  }

  /** Tells whether a metric that is measured has the number that is named of it. */
  boolean has(MetricPath path) {
    return hasValue(path.with(known(path.metric())));
  }

  private boolean hasValue(MetricPath path) {
    return reports.stream().anyMatch(report -> report.value(path).isPresent());
  }

  /** Returns which numbers there are of a metric that is measured. */
  String parts(MetricPath path) {
    MetricPath known = path.with(known(path.metric()));
    return Arrays.stream(MetricPath.Part.values())
        .filter(part -> hasValue(known.with(part)))
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
  String names() {
    TreeSet<String> names = new TreeSet<>();
    MetricReport report = reports.get(0);
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
