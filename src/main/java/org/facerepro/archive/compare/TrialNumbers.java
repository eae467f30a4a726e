package org.facerepro.archive.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.archive.StoredTrial;
import org.facerepro.archive.compare.NumberChange.Basis;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.Interval;
import org.facerepro.metric.trial.Estimate;
import org.facerepro.metric.trial.Welch;
import org.jspecify.annotations.Nullable;

/** Compares the means of all numbers of two trials, paired wherever seeds and scores allow it. */
final class TrialNumbers {
  private static final double LEVEL = 0.95;

  private final StoredTrial first;
  private final StoredTrial second;
  private final Map<String, Optional<SeedPairs>> pairs = new HashMap<>();

  TrialNumbers(StoredTrial first, StoredTrial second) {
    this.first = first;
    this.second = second;
  }

  List<NumberChange> all() {
    Set<String> names = new LinkedHashSet<>();
    first.trial().metrics().forEach(metric -> names.add(metric.metric()));
    second.trial().metrics().forEach(metric -> names.add(metric.metric()));
    List<NumberChange> numbers = new ArrayList<>();
    names.forEach(name -> numbers.add(number(StageMetric.parse("metric", name))));
    return numbers;
  }

  /** What a difference rests on. */
  private record Told(Basis basis, Optional<Interval> interval) {
    static final Told NOTHING = new Told(Basis.VALUES, Optional.empty());
  }

  private NumberChange number(StageMetric metric) {
    Trial.TrialMetric one = first.trial().metric(metric.toString()).orElse(null);
    Trial.TrialMetric two = second.trial().metric(metric.toString()).orElse(null);
    Told told = one == null || two == null ? Told.NOTHING : told(metric, one, two);
    Double difference = one == null || two == null ? null : Double.valueOf(two.mean() - one.mean());
    return new NumberChange(
        metric.stage(),
        metric.path().text(),
        one == null ? null : Double.valueOf(one.mean()),
        two == null ? null : Double.valueOf(two.mean()),
        difference,
        told.interval.orElse(null),
        judge(difference, told),
        told.basis);
  }

  private Told told(StageMetric metric, Trial.TrialMetric one, Trial.TrialMetric two) {
    if (one.values().equals(two.values())) {
      return Told.NOTHING;
    }
    if (one.values().keySet().equals(two.values().keySet())) {
      Optional<SeedPairs> pair =
          pairs.computeIfAbsent(metric.stage(), stage -> SeedPairs.of(stage, first, second));
      if (pair.isPresent()) {
        Told paired = paired(pair.get().difference(metric.path(), one, two));
        return paired.interval.isPresent() ? paired : Told.NOTHING;
      }
    }
    return one.values().size() + two.values().size() < 3
        ? Told.NOTHING
        : new Told(Basis.SEEDS, Optional.of(Welch.of(two.array(), one.array()).interval(LEVEL)));
  }

  private static Told paired(Estimate difference) {
    Estimate.Basis basis = difference.basis();
    if (basis == null) {
      return Told.NOTHING;
    }
    Basis ours =
        switch (basis) {
          case SEEDS -> Basis.PAIRED_SEEDS;
          case SEEDS_AND_SUBJECTS -> Basis.PAIRED_SEEDS_AND_SUBJECTS;
          case SUBJECTS -> Basis.PAIRED_BOOTSTRAP;
        };
    return new Told(ours, difference.interval(LEVEL));
  }

  private static Significance judge(@Nullable Double difference, Told told) {
    if (difference == null) {
      return Significance.NOT_TOLD;
    }
    if (difference == 0) {
      return Significance.EQUAL;
    }
    return told.interval
        .map(
            interval ->
                interval.low() > 0 || interval.high() < 0
                    ? Significance.DIFFERENT
                    : Significance.NOT_SHOWN)
        .orElse(Significance.NOT_TOLD);
  }
}
