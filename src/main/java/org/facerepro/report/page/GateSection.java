package org.facerepro.report.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facerepro.experiment.GateOutcome;

/** Gates that no claim rests on: without them a verdict could have no visible cause. */
final class GateSection {
  private GateSection() {}

  static String of(List<Evidence> all) {
    MarkdownTable table =
        new MarkdownTable("experiment", "gate", "what had to hold", "here", "verdict", "because");
    for (Evidence each : all) {
      Set<String> claimed =
          each.spec().claims().values().stream()
              .flatMap(claim -> claim.gates().stream())
              .collect(Collectors.toSet());
      each.gates().stream()
          .filter(gate -> !claimed.contains(gate.gate()))
          .forEach(gate -> row(table, each, gate));
    }
    return table.hasRows() ? "## Other gates\n\n" + table : "";
  }

  private static void row(MarkdownTable table, Evidence evidence, GateOutcome gate) {
    table.row(
        "%s, %s".formatted(evidence.spec().id(), evidence.scale()),
        gate.gate(),
        "`" + gate.claim() + "`",
        gate.evidence(),
        gate.verdict().toString(),
        gate.because());
  }
}
