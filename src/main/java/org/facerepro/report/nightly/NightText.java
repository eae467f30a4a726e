package org.facerepro.report.nightly;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.facerepro.report.TextTable;

/** A night as text: the runs, the trials of several, then the alarms. */
public final class NightText {
  private static final String ABSENT = "-";

  private NightText() {}

  /**
   * Returns the text.
   *
   * @param folder where the night lies
   */
  public static String of(Night night, Path folder) {
    TextTable table = new TextTable("experiment", "seed", "verdict", "held against", "error");
    for (NightRun run : night.runs()) {
      table.row(
          run.experiment(),
          Long.toString(run.seed()),
          run.verdict().toString(),
          run.against() == null ? ABSENT : run.against(),
          run.error() == null ? "" : run.error());
    }
    night.trials().stream()
        .filter(NightTrial::standsForItsRuns)
        .forEach(trial -> row(table, trial));
    StringBuilder text = new StringBuilder();
    text.append(
        "%n%s, %s, %s: %s%n".formatted(night.id(), night.tag(), night.scale(), night.verdict()));
    text.append(table).append('\n');
    night.alarms().forEach(alarm -> append(text, alarm));
    text.append(night.alarms().isEmpty() ? "no alarm" : night.alarms().size() + " alarms");
    return text.append(": ").append(folder.resolve(Nights.ALARMS)).append('\n').toString();
  }

  private static void row(TextTable table, NightTrial trial) {
    table.row(
        trial.experiment(),
        trial.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")),
        trial.verdict().toString(),
        trial.against() == null ? ABSENT : trial.against(),
        "");
  }

  private static void append(StringBuilder text, Alarm alarm) {
    text.append(
        "ALARM %s: %s, %s, seeds %s, %s%n  before: %s%n  now:    %s%n  %s%n  %s%n"
            .formatted(
                alarm.kind().id(),
                alarm.experiment(),
                alarm.scale(),
                alarm.seeds(),
                alarm.about(),
                alarm.before(),
                alarm.now(),
                alarm.evidence(),
                alarm.rerun()));
  }
}
