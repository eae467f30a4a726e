package org.facerepro.archive.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.compare.NumberChange.Basis;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Interval;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricEntry;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/** Compares all headline numbers of two runs, paired wherever the scores allow it. */
final class NumberComparison {
  private final StoredRun first;
  private final StoredRun second;

  NumberComparison(StoredRun first, StoredRun second) {
    this.first = first;
    this.second = second;
  }

  List<NumberChange> all() {
    Set<String> stages = new LinkedHashSet<>(first.result().reports().keySet());
    stages.addAll(second.result().reports().keySet());
    List<NumberChange> numbers = new ArrayList<>();
    for (String stage : stages) {
      MetricReport one = first.result().reports().get(stage);
      MetricReport two = second.result().reports().get(stage);
      Optional<ScorePair> pair =
          one == null || two == null ? Optional.empty() : ScorePair.of(stage, first, second);
      for (MetricPath path : paths(one, two)) {
        numbers.add(number(stage, path, entry(one, path), entry(two, path), pair));
      }
    }
    return numbers;
  }

  /** Lists the numbers that either report has under their default conventions. */
  private static Set<MetricPath> paths(@Nullable MetricReport one, @Nullable MetricReport two) {
    Set<MetricPath> paths = new LinkedHashSet<>();
    for (MetricReport report : new MetricReport[] {one, two}) {
      if (report != null) {
        report.metrics().forEach((convention, all) -> add(paths, convention, all));
      }
    }
    return paths;
  }

  private static void add(
      Set<MetricPath> paths, Convention convention, Map<Metric, MetricEntry> entries) {
    entries.keySet().stream()
        .filter(metric -> metric.defaultConvention() == convention)
        .forEach(metric -> paths.add(MetricPath.valueOf(metric)));
  }

  private static @Nullable MetricEntry entry(@Nullable MetricReport report, MetricPath path) {
    return report == null ? null : report.entry(path.convention(), path.metric()).orElse(null);
  }

  private static NumberChange number(
      String stage,
      MetricPath path,
      @Nullable MetricEntry one,
      @Nullable MetricEntry two,
      Optional<ScorePair> pair) {
    Double a = one == null ? null : one.value();
    Double b = two == null ? null : two.value();
    Double difference = a == null || b == null ? null : Double.valueOf(b - a);
    Optional<Interval> paired =
        difference == null || difference == 0
            ? Optional.empty()
            : pair.flatMap(scores -> scores.interval(path));
    Basis basis = basis(paired, one, two, difference);
    return new NumberChange(
        stage,
        path.text(),
        a,
        b,
        difference,
        paired.orElse(null),
        judge(difference, basis, paired, one, two),
        basis);
  }

  private static Basis basis(
      Optional<Interval> paired,
      @Nullable MetricEntry one,
      @Nullable MetricEntry two,
      @Nullable Double difference) {
    if (paired.isPresent()) {
      return Basis.PAIRED_BOOTSTRAP;
    }
    boolean intervals =
        one != null && two != null && one.interval() != null && two.interval() != null;
    return intervals && difference != null && difference != 0 ? Basis.INTERVALS : Basis.VALUES;
  }

  private static Significance judge(
      @Nullable Double difference,
      Basis basis,
      Optional<Interval> paired,
      @Nullable MetricEntry one,
      @Nullable MetricEntry two) {
    if (difference == null) {
      return Significance.NOT_TOLD;
    }
    if (difference == 0) {
      return Significance.EQUAL;
    }
    Interval a = one == null ? null : one.interval();
    Interval b = two == null ? null : two.interval();
    return switch (basis) {
      case PAIRED_BOOTSTRAP ->
          shown(paired.filter(each -> each.low() > 0 || each.high() < 0).isPresent());
      case INTERVALS -> shown(a != null && b != null && (a.high() < b.low() || b.high() < a.low()));
      case VALUES, SEEDS, PAIRED_SEEDS, PAIRED_SEEDS_AND_SUBJECTS -> Significance.NOT_TOLD;
    };
  }

  private static Significance shown(boolean different) {
    return different ? Significance.DIFFERENT : Significance.NOT_SHOWN;
  }
}
