package org.facerepro.report.nightly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facerepro.archive.compare.NumberChange;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.experiment.RunResult;
import org.facerepro.metric.MetricPath;
import org.facerepro.report.nightly.Alarm.Kind;

/** Holds the numbers of an experiment over its seeds against those of the last night. */
final class NumberWatch {
  private static final String FAILURES = "fta";

  /**
   * Watched in every report: few, since each number has its own chance of a false alarm. What a
   * specification finds worth a gate is watched beside them.
   */
  private static final Set<String> WATCHED = Set.of("accuracy", "auc", "rank-1", FAILURES);

  /**
   * One number with one seed.
   *
   * @param pair the runs
   * @param number what became of it; both values are there
   */
  private record Moved(RunPair pair, NumberChange number) {
    double first() {
      return Objects.requireNonNull(number.first());
    }

    double second() {
      return Objects.requireNonNull(number.second());
    }
  }

  private NumberWatch() {}

  /**
   * Returns the alarms of one experiment at one scale.
   *
   * @param pairs one for each seed that ran in both nights
   */
  static List<Alarm> alarms(List<RunPair> pairs) {
    Map<String, List<Moved>> numbers = new LinkedHashMap<>();
    for (RunPair pair : pairs) {
      Set<String> gated = gated(pair);
      for (NumberChange number : pair.comparison().numbers()) {
        String name = name(number.stage(), number.metric());
        boolean watched = WATCHED.contains(number.metric()) || gated.contains(name);
        if (watched && number.difference() != null) {
          numbers.computeIfAbsent(name, first -> new ArrayList<>()).add(new Moved(pair, number));
        }
      }
    }
    List<Alarm> alarms = new ArrayList<>();
    numbers.forEach((name, seeds) -> alarm(name, seeds).ifPresent(alarms::add));
    return alarms;
  }

  /** Returns what gates name; for the end of an interval, the number that it belongs to. */
  private static Set<String> gated(RunPair pair) {
    return pair.gates().stream()
        .flatMap(gate -> gate.metrics().stream())
        .map(named -> name(named.report(), MetricPath.valueOf(named.path().metric()).text()))
        .collect(Collectors.toSet());
  }

  private static String name(String report, String metric) {
    return report + "." + metric;
  }

  private static Optional<Alarm> alarm(String name, List<Moved> seeds) {
    Optional<String> evidence = evidence(seeds);
    RunPair one = seeds.get(0).pair();
    RunResult run = one.now();
    return evidence.map(
        text ->
            new Alarm(
                Kind.MOVED,
                run.experiment(),
                run.scale(),
                seeds.stream().map(seed -> seed.pair().now().seed()).toList(),
                name,
                text(seeds, Moved::first),
                text(seeds, Moved::second),
                text + changes(one.comparison()),
                one.rerun()));
  }

  private static Optional<String> evidence(List<Moved> seeds) {
    NumberChange one = seeds.get(0).number();
    double[] before = array(seeds, Moved::first);
    double[] now = array(seeds, Moved::second);
    if (one.metric().equals(FAILURES)) {
      return Movement.ofFailures(before, now);
    }
    return seeds.size() == 1 ? Movement.ofOneSeed(one) : Movement.ofSeeds(before, now);
  }

  private static String changes(RunComparison comparison) {
    return "; changed since: specification in %d places, environment in %d, data in %d"
        .formatted(
            comparison.specification().size(),
            comparison.environment().size(),
            comparison.data().size());
  }

  private static double[] array(List<Moved> seeds, Function<Moved, Double> value) {
    return seeds.stream().mapToDouble(value::apply).toArray();
  }

  private static String text(List<Moved> seeds, Function<Moved, Double> value) {
    return seeds.stream()
        .map(seed -> String.format(Locale.ROOT, "%.6f", value.apply(seed)))
        .collect(Collectors.joining(", "));
  }
}
