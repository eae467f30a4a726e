package org.facerepro.report.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facerepro.experiment.RunResult;
import org.facerepro.metric.MetricEntry;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.report.nightly.Alarm.Kind;

/** Holds the numbers of an experiment over its seeds against those of the last night. */
final class NumberWatch {
  /** Few, since each number that is watched has its own chance of a false alarm. */
  private static final List<String> WATCHED = List.of("accuracy", "auc", "fta");

  private final List<RunPair> pairs;

  private NumberWatch(List<RunPair> pairs) {
    this.pairs = pairs;
  }

  /**
   * Returns the alarms of one experiment at one scale.
   *
   * @param pairs one for each seed that ran in both nights, at least one
   */
  static List<Alarm> alarms(List<RunPair> pairs) {
    NumberWatch watch = new NumberWatch(pairs);
    List<Alarm> alarms = new ArrayList<>();
    for (String stage : pairs.get(0).now().reports().keySet()) {
      WATCHED.forEach(metric -> watch.alarm(stage, metric).ifPresent(alarms::add));
    }
    return alarms;
  }

  private Optional<Alarm> alarm(String stage, String metric) {
    MetricPath path = MetricPath.parse(metric);
    List<RunPair> measured =
        pairs.stream()
            .filter(pair -> has(pair.before(), stage, path) && has(pair.now(), stage, path))
            .toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    List<MetricEntry> before =
        entries(measured.stream().map(RunPair::before).toList(), stage, path);
    List<MetricEntry> now = entries(measured.stream().map(RunPair::now).toList(), stage, path);
    return Movement.evidence(before, now)
        .map(
            evidence ->
                new Alarm(
                    Kind.MOVED,
                    pairs.get(0).now().experiment(),
                    pairs.get(0).now().scale(),
                    measured.stream().map(pair -> pair.now().seed()).toList(),
                    stage + "." + metric,
                    text(before),
                    text(now),
                    evidence,
                    measured.get(0).rerun()));
  }

  private static boolean has(RunResult run, String stage, MetricPath path) {
    return entry(run, stage, path).filter(entry -> entry.value() != null).isPresent();
  }

  private static Optional<MetricEntry> entry(RunResult run, String stage, MetricPath path) {
    MetricReport report = run.reports().get(stage);
    return report == null ? Optional.empty() : report.entry(path.convention(), path.metric());
  }

  private static List<MetricEntry> entries(List<RunResult> runs, String stage, MetricPath path) {
    return runs.stream().flatMap(run -> entry(run, stage, path).stream()).toList();
  }

  private static String text(List<MetricEntry> entries) {
    return entries.stream()
        .map(MetricEntry::value)
        .filter(Objects::nonNull)
        .map(value -> String.format(Locale.ROOT, "%.6f", value))
        .collect(Collectors.joining(", "));
  }
}
