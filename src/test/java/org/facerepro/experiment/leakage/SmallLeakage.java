package org.facerepro.experiment.leakage;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.facerepro.data.leak.SetOverlap;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.leakage.LeakageReport.Finding;
import org.facerepro.experiment.leakage.LeakageReport.Pair;

/** Leakage reports of runs that were not done, at the scale embedded, over sets of one picture. */
public final class SmallLeakage {
  private static final SetOverlap NOTHING =
      new SetOverlap(1, 1, 0, List.of(), false, 0, List.of(), 0, List.of(), 8);

  private SmallLeakage() {}

  /** Finds nothing in any pair of an experiment. */
  public static LeakageReport clean(ExperimentSpec spec, long seed) {
    List<Pair> pairs =
        ComparedSets.of(spec).stream()
            .map(sets -> Pair.notEmbedded(sets, NOTHING, "not asked"))
            .toList();
    return new LeakageReport(LeakageReport.SCHEMA, spec.id(), "embedded", seed, pairs, List.of());
  }

  /** Writes a report as earlier versions did: of what was learnt from alone, without its use. */
  public static LeakageReport earlier(
      ExperimentSpec spec, long seed, Finding finding, List<String> notChecked) {
    LeakageReport report =
        each(
            without(clean(spec, seed), pair -> pair.use() != LeakageReport.Use.LEARNT),
            pair ->
                new Pair(pair.training(), pair.test(), null, finding, pair.overlap(), null, null));
    return new LeakageReport(
        report.schema(), report.experiment(), report.scale(), seed, report.pairs(), notChecked);
  }

  /** Counts 60 equal pictures in every pair, and says what was said before. */
  public static LeakageReport hiding(LeakageReport report) {
    return each(report, pair -> counting(pair, 1, 60));
  }

  /** Compares two pictures of each set. */
  public static LeakageReport ofTwoPictures(LeakageReport report) {
    return each(report, pair -> counting(pair, 2, 0));
  }

  private static Pair counting(Pair pair, int pictures, long same) {
    SetOverlap overlap =
        new SetOverlap(pictures, pictures, 0, List.of(), false, same, List.of(), 0, List.of(), 15);
    return new Pair(
        pair.training(),
        pair.test(),
        pair.use(),
        pair.finding(),
        overlap,
        null,
        pair.notEmbedded());
  }

  /** Leaves pairs out. */
  public static LeakageReport without(LeakageReport report, Predicate<Pair> left) {
    return with(report, report.pairs().stream().filter(left.negate()).toList());
  }

  /** Changes all pairs. */
  public static LeakageReport each(LeakageReport report, UnaryOperator<Pair> change) {
    return with(report, report.pairs().stream().map(change).toList());
  }

  /** Replaces the pairs. */
  public static LeakageReport with(LeakageReport report, List<Pair> pairs) {
    return new LeakageReport(
        report.schema(),
        report.experiment(),
        report.scale(),
        report.seed(),
        pairs,
        report.notChecked());
  }
}
