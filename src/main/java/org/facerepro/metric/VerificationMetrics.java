package org.facerepro.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.core.Seed;

/**
 * Computes every number of a verification run.
 *
 * <p>Failed comparisons count as non-matches everywhere but under {@link
 * Convention#TENFOLD_FACENET_FTA_EXCLUDED} and {@link Convention#FTA_EXCLUDED}. The headline
 * accuracy is {@link Convention#TENFOLD_FACENET}, because published figures are made so; {@link
 * Convention#TENFOLD_EXACT} stands beside it, free of the grid.
 */
public final class VerificationMetrics {
  /** Targets reported where none are asked for. */
  public static final List<Far> DEFAULT_TARGETS =
      List.of(Far.parse("1e-1"), Far.parse("1e-2"), Far.parse("1e-3"), Far.parse("1e-4"));

  private static final String FEW_FOLDS =
      "fewer than two folds hold comparisons, so no threshold can be chosen on other folds";
  private static final String ONE_CLASS = "genuine or impostor comparisons are missing";

  private final Scores scores;
  private final ComparisonCounts counts;
  private final LabelledScores labelled;
  private final ClassScores classes;
  private final Ranking ranking;
  private final RocCurve curve;
  private final Seed seed;
  private final SortedMap<Convention, SortedMap<Metric, MetricEntry>> entries = new TreeMap<>();

  private VerificationMetrics(Scores scores, Seed seed) {
    this.scores = scores;
    this.counts = scores.counts();
    this.labelled = LabelledScores.of(scores);
    this.classes = ClassScores.of(labelled);
    this.ranking = Ranking.of(labelled);
    this.curve = RocCurve.of(classes);
    this.seed = seed;
  }

  /** Computes the report with {@link #DEFAULT_TARGETS}; see {@link #report(Scores, Seed, List)}. */
  public static MetricReport report(Scores scores, Seed seed) {
    return report(scores, seed, DEFAULT_TARGETS);
  }

  /**
   * Computes the report.
   *
   * @param seed of the bootstrap; the report depends on nothing else but the scores
   * @param targets false accept rates at which the true accept rate is reported
   * @throws IllegalStateException if a result breaks an invariant, which it names
   */
  public static MetricReport report(Scores scores, Seed seed, List<Far> targets) {
    VerificationMetrics metrics = new VerificationMetrics(scores, seed);
    metrics.accuracies();
    metrics.auc();
    metrics.equalErrorRate();
    targets.forEach(metrics::tarAt);
    metrics.failures(targets);
    MetricReport report = MetricReport.of(metrics.counts, metrics.entries);
    Invariants.check(report, metrics.curve);
    Invariants.onlyOrderCounts(metrics.labelled, metrics.ranking, metrics.curve);
    return report;
  }

  private void put(Metric metric, MetricEntry.Builder entry) {
    put(metric.defaultConvention(), metric, entry);
  }

  private void put(Convention convention, Metric metric, MetricEntry.Builder entry) {
    entries.computeIfAbsent(convention, c -> new TreeMap<>()).put(metric, entry.build());
  }

  private void accuracies() {
    accuracy(
        Convention.TENFOLD_FACENET,
        TenfoldFacenet.decide(scores),
        ThresholdScale.SQUARED_DISTANCE,
        scores);
    accuracy(
        Convention.TENFOLD_EXACT,
        TenfoldExact.decide(labelled, ranking),
        ThresholdScale.SIMILARITY,
        scores);
    Scores made = counts.failed() == 0 ? scores : scores.withoutFailures();
    accuracy(
        Convention.TENFOLD_FACENET_FTA_EXCLUDED,
        TenfoldFacenet.decide(made),
        ThresholdScale.SQUARED_DISTANCE,
        made);
  }

  private void accuracy(
      Convention convention, FoldDecisions decisions, ThresholdScale scale, Scores of) {
    if (of.counts().genuine() == 0 || of.counts().impostor() == 0) {
      put(convention, Metric.ACCURACY, MetricEntry.absent(ONE_CLASS, of.counts()));
      return;
    }
    Optional<FoldedAccuracy> accuracy = decisions.accuracy();
    put(
        convention,
        Metric.ACCURACY,
        accuracy
            .map(
                folded ->
                    MetricEntry.of(folded.mean(), of.counts())
                        .folds(folded, scale)
                        .interval(new SubjectBootstrap(of, seed).accuracy(decisions.correct())))
            .orElseGet(() -> MetricEntry.absent(FEW_FOLDS, of.counts())));
  }

  private void auc() {
    OptionalDouble auc = MannWhitney.auc(classes);
    put(
        Metric.AUC,
        auc.isPresent()
            ? MetricEntry.of(auc.getAsDouble(), counts)
                .interval(
                    new SubjectBootstrap(scores, seed).auc(new WeightedRoc(labelled, ranking)))
            : MetricEntry.absent(ONE_CLASS, counts));
  }

  private void equalErrorRate() {
    put(
        Metric.EER,
        EqualErrorRate.of(curve)
            .map(
                eer ->
                    MetricEntry.of(eer.value(), counts)
                        .bounds(eer.low(), eer.high())
                        .point(eer.at()))
            .orElseGet(() -> MetricEntry.absent(ONE_CLASS, counts)));
  }

  private void tarAt(Far target) {
    long allowed = target.allowedOf(counts.impostor());
    boolean resolvable = target.resolvableWith(counts.impostor());
    put(Metric.tarAt(target), tar(target, allowed).resolvable(resolvable));
  }

  private MetricEntry.Builder tar(Far target, long allowed) {
    if (!curve.hasBothClasses()) {
      return MetricEntry.absent(ONE_CLASS, counts);
    }
    if (allowed == 0) {
      return MetricEntry.absent(FtaEntries.noneAllowed(target, counts.impostor()), counts);
    }
    OperatingPoint point = curve.atMostFalseAccepts(allowed);
    return MetricEntry.of(point.tar(), counts)
        .point(point)
        .interval(
            Optional.of(
                Wilson.interval(point.trueAccepts(), point.genuine(), SubjectBootstrap.LEVEL)));
  }

  private void failures(List<Far> targets) {
    putAll(Convention.FTA_COMPARISONS, FtaEntries.failures(counts));
    putAll(Convention.FTA_EXCLUDED, FtaEntries.excluded(classes, counts, targets));
    putAll(Convention.FTA_AS_NONMATCH, FtaEntries.asNonMatch(classes, counts, targets));
  }

  private void putAll(Convention convention, Map<Metric, MetricEntry> given) {
    entries.computeIfAbsent(convention, c -> new TreeMap<>()).putAll(given);
  }
}
