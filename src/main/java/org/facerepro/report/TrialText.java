package org.facerepro.report;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.metric.Interval;
import org.jspecify.annotations.Nullable;

/** A trial as text: numbers with their spread, gates, published rows, how to make it again. */
public final class TrialText {
  /** What the table shows; the other numbers are in the JSON. */
  private static final Set<String> SHOWN =
      Set.of("accuracy", "auc", "eer", "tar@far=1e-2", "rank-1");

  private static final String ABSENT = "-";

  private TrialText() {}

  /** Writes a stored trial down; what runs it again names the experiment by its id. */
  public static String of(Trial trial) {
    return of(trial, trial.rerun());
  }

  /**
   * Writes a trial down, one line end after each line.
   *
   * @param rerun the command that runs it again
   */
  static String of(Trial trial, String rerun) {
    String seeds = trial.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "%n%s (%s, trial of seeds %s): %s%n%n"
            .formatted(trial.experiment(), trial.scale(), seeds, trial.verdict())
        + metrics(trial)
        + '\n'
        + gates(trial)
        + ClaimTable.of(trial.claims())
        + published(trial)
        + "\nreference runs: %s%nto run it again: %s%n".formatted(trial.reference(), rerun);
  }

  private static TextTable metrics(Trial trial) {
    TextTable table =
        new TextTable("metric", "seeds", "mean ± std", "95 % over seeds", "and over subjects");
    for (Trial.TrialMetric metric : trial.metrics()) {
      if (SHOWN.contains(metric.metric().substring(metric.metric().indexOf('.') + 1))) {
        table.row(
            metric.metric(),
            Integer.toString(metric.values().size()),
            number(metric.mean()) + " ± " + number(metric.std()),
            interval(metric.interval()),
            interval(metric.overSubjects()));
      }
    }
    return table;
  }

  private static TextTable gates(Trial trial) {
    TextTable table = new TextTable("gate", "verdict", "claim", "evidence");
    for (Trial.TrialGate gate : trial.gates()) {
      table.row(gate.gate(), gate.verdict().toString(), gate.claim(), gate.evidence());
    }
    return table;
  }

  private static String published(Trial trial) {
    TextTable table =
        new TextTable("baseline", "published", "reproduced here", "difference", "verdict");
    boolean any = false;
    for (Trial.TrialGate gate : trial.gates()) {
      Trial.Reproduced row = gate.reproduced();
      if (row != null) {
        any = true;
        table.row(
            row.baseline(),
            row.published() + " " + row.unit(),
            number(row.reproduced()),
            String.format(Locale.ROOT, "%+.4f", row.difference()),
            gate.verdict().toString());
      }
    }
    return any ? "\n" + table : "";
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null ? ABSENT : number(interval.low()) + " … " + number(interval.high());
  }

  private static String number(@Nullable Double value) {
    return value == null ? ABSENT : String.format(Locale.ROOT, "%.4f", value);
  }
}
