package org.facerepro.report.page;

import java.util.List;
import java.util.Optional;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.trial.Trial;

/** Numbers that publications print beside what came out here, for the gates that compare them. */
final class PublishedSection {
  private PublishedSection() {}

  static String of(List<Evidence> all) {
    MarkdownTable table =
        new MarkdownTable(
            "experiment",
            "number",
            "published",
            "here",
            "difference",
            "tolerance",
            "verdict",
            "row");
    for (Evidence each : all) {
      each.spec()
          .gates()
          .forEach(
              (name, gate) -> {
                if (gate instanceof Gate.Reproduces reproduces) {
                  row(table, each, name, reproduces);
                }
              });
    }
    return table.hasRows()
        ? "## Published numbers\n\n"
            + table
            + "Here: the mean over the seeds with its 95 % interval. Tolerance: the difference that"
            + " rounding and the spread of runs explain.\n\n"
        : "";
  }

  private static void row(
      MarkdownTable table, Evidence evidence, String name, Gate.Reproduces gate) {
    StageMetric metric = gate.metrics().get(0);
    Optional<PublishedBaseline> row = evidence.published(gate.baseline());
    Optional<Trial.TrialGate> decided = evidence.gate(name);
    Optional<Trial.Reproduced> against =
        decided.flatMap(outcome -> Optional.ofNullable(outcome.reproduced()));
    table.row(
        "%s, %s".formatted(evidence.spec().id(), evidence.scale()),
        "`" + metric + "`",
        row.map(found -> found.value() + " " + found.unit()).orElse(""),
        evidence.number(metric).map(Measured::text).orElse("not measured"),
        against.map(found -> Measured.difference(found.difference(), null)).orElse(""),
        against.map(found -> Measured.number(found.tolerance())).orElse(""),
        decided.map(outcome -> outcome.verdict().toString()).orElse("needs seeds"),
        "`%s`%s".formatted(gate.baseline(), row.map(PublishedSection::place).orElse("")));
  }

  private static String place(PublishedBaseline row) {
    return ": %s, %s, %s".formatted(row.paper(), row.table(), row.source());
  }
}
