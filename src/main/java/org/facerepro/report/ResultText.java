package org.facerepro.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.MeasuringKinds;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trials;
import org.facerepro.metric.MetricReport;

/**
 * A result as text: verdict, table of protocols, gates, what did not run, how to make it again,
 * where the archive is.
 */
public final class ResultText {
  private static final int NAMED_FAILURES = 10;
  private static final String ABSENT = "-";

  private ResultText() {}

  /** Writes a stored result down; what runs it again names the experiment by its id. */
  public static String of(RunResult result, Path archive) {
    String rerun = Trials.rerun(result.experiment(), result.scale(), List.of(result.seed()));
    return of(result, archive, rerun);
  }

  /**
   * Writes a result down, one line end after each line.
   *
   * @param rerun the command that runs it again
   */
  public static String of(RunResult result, Path archive, String rerun) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%n%s (%s, seed %d): %s%n%s%n%n"
            .formatted(
                result.experiment(),
                result.scale(),
                result.seed(),
                result.verdict(),
                result.title()));
    text.append(protocols(result)).append('\n');
    if (result.reports().values().stream().anyMatch(ResultText::isOfSearches)) {
      text.append(searches(result)).append('\n');
    }
    text.append(gates(result));
    text.append(ClaimTable.of(result.claims()));
    result
        .remarks()
        .forEach(
            (stage, remarks) ->
                remarks.forEach(remark -> text.append("\n%s: %s%n".formatted(stage, remark))));
    result.failures().forEach((stage, failures) -> appendFailures(text, stage, failures));
    text.append("\nto run it again: ").append(rerun);
    return text.append("\narchive: ").append(archive).append('\n').toString();
  }

  private static TextTable protocols(RunResult result) {
    TextTable table =
        new TextTable(
            "protocol",
            "comparisons",
            "accuracy ± std (se)",
            "95 % interval",
            "AUC",
            "EER",
            "TAR@FAR=1e-2 (realised)",
            "not enrolled",
            "verdict");
    result
        .reports()
        .forEach(
            (stage, report) -> {
              if (!isOfSearches(report)) {
                table.row(row(result, stage, report));
              }
            });
    for (RunResult.StageRecord stage : result.stages()) {
      if (MeasuringKinds.include(stage.kind()) && stage.notRun() != null) {
        table.row(stage.name(), ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, "NOT_RUN");
      }
    }
    return table;
  }

  private static boolean isOfSearches(MetricReport report) {
    return report.value("rank-1").isPresent();
  }

  private static TextTable searches(RunResult result) {
    TextTable table =
        new TextTable("search", "probes", "rank-1", "95 % interval", "rank-5", "not enrolled");
    result
        .reports()
        .forEach(
            (name, report) -> {
              if (isOfSearches(report)) {
                table.row(
                    name,
                    Integer.toString(
                        report.comparisons().genuine() + report.comparisons().impostor()),
                    number(report, "rank-1"),
                    number(report, "rank-1.interval.low")
                        + " … "
                        + number(report, "rank-1.interval.high"),
                    number(report, "rank-5"),
                    Integer.toString(failed(result, name)));
              }
            });
    return table;
  }

  private static int failed(RunResult result, String report) {
    return result.failures().getOrDefault(StageMetric.stageOf(report), Map.of()).size();
  }

  private static String[] row(RunResult result, String stage, MetricReport report) {
    return new String[] {
      stage,
      Integer.toString(report.comparisons().genuine() + report.comparisons().impostor()),
      number(report, "accuracy")
          + " ± "
          + number(report, "accuracy.std")
          + " ("
          + number(report, "accuracy.standardError")
          + ")",
      number(report, "accuracy.interval.low") + " … " + number(report, "accuracy.interval.high"),
      number(report, "auc"),
      number(report, "eer"),
      number(report, "tar@far=1e-2") + " (" + number(report, "tar@far=1e-2.far") + ")",
      Integer.toString(failed(result, stage)),
      verdict(result, stage)
    };
  }

  /** Returns the worst verdict of the gates that rest on a stage; no gate, no verdict. */
  private static String verdict(RunResult result, String stage) {
    return result.gates().stream()
        .filter(gate -> gate.stages().contains(stage))
        .map(GateOutcome::verdict)
        .max(Verdict::compareTo)
        .map(Verdict::toString)
        .orElse(ABSENT);
  }

  private static String number(MetricReport report, String path) {
    OptionalDouble value = report.value(path);
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : ABSENT;
  }

  private static TextTable gates(RunResult result) {
    TextTable table = new TextTable("gate", "verdict", "claim", "evidence");
    result
        .gates()
        .forEach(
            gate ->
                table.row(gate.gate(), gate.verdict().toString(), gate.claim(), gate.evidence()));
    return table;
  }

  private static void appendFailures(
      StringBuilder text, String stage, Map<String, String> failures) {
    if (failures.isEmpty()) {
      return;
    }
    text.append("\n%s: %d images not enrolled%n".formatted(stage, failures.size()));
    failures.entrySet().stream()
        .limit(NAMED_FAILURES)
        .forEach(
            failure -> text.append("  %s: %s%n".formatted(failure.getKey(), failure.getValue())));
    if (failures.size() > NAMED_FAILURES) {
      text.append("  … all names are in failures.json of the archive\n");
    }
  }
}
