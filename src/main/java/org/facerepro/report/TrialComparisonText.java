package org.facerepro.report;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facerepro.archive.compare.StageChange;
import org.facerepro.archive.compare.TrialComparison;

/** What changed between two trials, as tables. */
public final class TrialComparisonText {
  private TrialComparisonText() {}

  /** Writes a comparison down, one line end after each line. */
  public static String of(TrialComparison comparison) {
    StringBuilder text = new StringBuilder();
    TextTable sides = new TextTable("", "experiment", "scale", "seeds", "verdict", "file");
    side(sides, "A", comparison.first());
    side(sides, "B", comparison.second());
    text.append(sides);
    ComparisonText.part(text, "specification", comparison.specification());
    ComparisonText.part(text, "environment", comparison.environment());
    ComparisonText.part(text, "data", comparison.data());
    gates(text, comparison.gates());
    runs(text, comparison.runs());
    ComparisonText.numbers(text, comparison.numbers());
    return text.toString();
  }

  private static void side(TextTable table, String name, TrialComparison.Side side) {
    table.row(
        name,
        side.experiment(),
        side.scale(),
        side.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")),
        side.verdict().toString(),
        side.file());
  }

  private static void gates(StringBuilder text, List<TrialComparison.GateChange> gates) {
    TextTable table = new TextTable("gate", "A", "B");
    gates.forEach(g -> table.row(g.gate(), g.first().toString(), g.second().toString()));
    text.append('\n').append(table);
  }

  private static void runs(StringBuilder text, List<TrialComparison.SeedStages> runs) {
    if (runs.isEmpty()) {
      text.append("\nstages: not compared, no seed is in both\n");
    }
    for (TrialComparison.SeedStages run : runs) {
      String outcomes =
          run.stages().stream()
              .collect(
                  Collectors.groupingBy(StageChange::outcome, TreeMap::new, Collectors.counting()))
              .entrySet()
              .stream()
              .map(each -> each.getValue() + " " + each.getKey())
              .collect(Collectors.joining(", "));
      text.append("%nseed %d: bytes of stages: %s%n".formatted(run.seed(), outcomes));
      ComparisonText.firstDifference(text, run.stages());
    }
  }
}
