package org.facerepro.report;

import org.facerepro.experiment.repeat.RepeatReport;

/** Two runs side by side as text: every stage, then the first that differs. */
final class RepeatText {
  private RepeatText() {}

  static String of(RepeatReport report) {
    TextTable table = new TextTable("stage", "kind", "second run", "evidence");
    for (RepeatReport.StageRepeat stage : report.stages()) {
      table.row(stage.stage(), stage.kind(), stage.likeness().toString(), stage.evidence());
    }
    String first = report.firstDifference();
    return "%n%s (%s, seed %d) run twice: %s%n%n%s%n%s%n"
        .formatted(
            report.experiment(),
            report.scale(),
            report.seed(),
            report.likeness(),
            table,
            first == null
                ? "every stage that ran gave the same bytes"
                : "the first stage that gave other bytes is " + first);
  }
}
