package org.facerepro.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.facerepro.archive.compare.Change;
import org.facerepro.archive.compare.NumberChange;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.archive.compare.StageChange;
import org.facerepro.metric.Interval;
import org.jspecify.annotations.Nullable;

/** What changed between two runs, as tables. */
public final class ComparisonText {
  private static final int LONGEST = 60;
  private static final String ABSENT = "-";

  private ComparisonText() {}

  /** Writes a comparison down, one line end after each line. */
  public static String of(RunComparison comparison) {
    StringBuilder text = new StringBuilder();
    TextTable runs = new TextTable("", "experiment", "scale", "seed", "verdict", "file");
    run(runs, "A", comparison.first());
    run(runs, "B", comparison.second());
    text.append(runs);
    part(text, "specification", comparison.specification(), comparison);
    part(text, "environment", comparison.environment(), comparison);
    part(text, "data", comparison.data(), comparison);
    stages(text, comparison.stages());
    numbers(text, comparison.numbers());
    return text.toString();
  }

  private static void run(TextTable table, String name, RunComparison.Run run) {
    table.row(
        name,
        run.experiment(),
        run.scale(),
        Long.toString(run.seed()),
        run.verdict().toString(),
        run.file());
  }

  private static void part(
      StringBuilder text, String name, List<Change> changes, RunComparison comparison) {
    if (comparison.notCompared().contains(name)) {
      text.append("\n%s: not compared, one of the two is a result without it%n".formatted(name));
    } else {
      part(text, name, changes);
    }
  }

  static void part(StringBuilder text, String name, List<Change> changes) {
    if (changes.isEmpty()) {
      text.append("\n%s: the same%n".formatted(name));
    } else {
      TextTable table = new TextTable(name, "A", "B");
      changes.forEach(each -> table.row(each.path(), shown(each.first()), shown(each.second())));
      text.append('\n').append(table);
    }
  }

  private static String shown(@Nullable JsonNode value) {
    if (value == null) {
      return ABSENT;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  private static void stages(StringBuilder text, List<StageChange> stages) {
    TextTable table = new TextTable("stage", "kind", "bytes");
    stages.forEach(s -> table.row(s.stage(), s.kind(), s.outcome().toString()));
    text.append('\n').append(table);
    firstDifference(text, stages);
  }

  static void firstDifference(StringBuilder text, List<StageChange> stages) {
    stages.stream()
        .filter(stage -> stage.outcome() == StageChange.Outcome.OTHER_BYTES)
        .findFirst()
        .ifPresent(
            stage ->
                text.append("first stage that did the same work to other bytes: ")
                    .append(stage.stage())
                    .append('\n'));
  }

  static void numbers(StringBuilder text, List<NumberChange> numbers) {
    TextTable table =
        new TextTable("number", "A", "B", "B - A", "95 % interval", "difference", "basis");
    for (NumberChange each : numbers) {
      table.row(
          each.stage() + "." + each.metric(),
          number("%.4f", each.first()),
          number("%.4f", each.second()),
          number("%+.4f", each.difference()),
          interval(each.interval()),
          each.significance().toString(),
          each.basis().toString());
    }
    text.append('\n').append(table);
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? ABSENT : String.format(Locale.ROOT, format, value);
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null
        ? ABSENT
        : String.format(Locale.ROOT, "%+.4f … %+.4f", interval.low(), interval.high());
  }
}
