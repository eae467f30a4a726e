package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.facerepro.archive.container.Content;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/**
 * The log of a run: its stages in running order with keys and counts, what was odd, what failed,
 * and what came of it. Follows from the other entries alone, so that equal runs have equal logs: no
 * times, no paths, nothing of who worked when.
 */
final class RunLog {
  /** The entry. */
  static final String FILE = "log.txt";

  private final RunResult result;
  private final Function<String, JsonNode> entries;
  private final StringBuilder text = new StringBuilder();

  private RunLog(RunResult result, Function<String, JsonNode> entries) {
    this.result = result;
    this.entries = entries;
  }

  /** Writes the log of an archive that is being packed. */
  static String of(RunResult result, Map<String, Content> contents) {
    return new RunLog(result, entry -> json(entry, contents.get(entry))).write();
  }

  /** Writes the log that an archive should have. */
  static String of(RunResult result, Contents contents) {
    return new RunLog(
            result,
            entry -> contents.holds(entry) ? contents.object(entry) : MissingNode.getInstance())
        .write();
  }

  private static JsonNode json(String entry, @Nullable Content content) {
    if (content == null) {
      return MissingNode.getInstance();
    }
    try (InputStream in = content.open()) {
      return Json.read(in.readAllBytes(), JsonNode.class, entry);
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + entry + " for the log", e);
    }
  }

  private String write() {
    line("%s, scale %s, seed %d", result.experiment(), result.scale(), result.seed());
    result.stages().forEach(this::stage);
    leakage();
    result.gates().forEach(this::gate);
    line("verdict %s", result.verdict());
    return text.toString();
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private void stage(RunResult.StageRecord stage) {
    String head = stage.kind() + " " + stage.name();
    if (stage.notRun() != null) {
      line("%s: not run; %s says why", head, ResultArchive.RESULT);
      return;
    }
    line("%s: %s", head, came(stage));
    line("  key %s", String.valueOf(stage.key()));
    line("  payload %s", String.valueOf(stage.payload()));
    result
        .remarks()
        .getOrDefault(stage.name(), List.of())
        .forEach(remark -> line("  warning: %s", remark));
    int failed = result.failures().getOrDefault(stage.name(), Map.of()).size();
    if (failed > 0) {
      String names = StageEntries.name(stage.kind(), stage.name(), StageEntries.FAILURES);
      line("  warning: %d images not enrolled; %s names them", failed, names);
    }
  }

  private String came(RunResult.StageRecord stage) {
    return switch (stage.kind()) {
      case StageEntries.GENERATE, StageEntries.COLLECT, StageEntries.MULTI_PIE ->
          pictures(entries.apply(StageEntries.card(stage.name())));
      case StageEntries.TRAIN ->
          training(entries.apply(StageEntries.name(stage.kind(), stage.name(), "train.json")));
      case StageEntries.EMBED ->
          faces(entries.apply(StageEntries.name(stage.kind(), stage.name(), StageEntries.CROPS)));
      default ->
          StageEntries.measures(stage.kind())
              ? comparisons(result.reports().get(stage.name()))
              : "done";
    };
  }

  private static String pictures(JsonNode card) {
    return "%d pictures of %d subjects"
        .formatted(card.path("pictures").asInt(), card.path("subjects").asInt());
  }

  private static String faces(JsonNode crops) {
    return "%d faces, alignment %s"
        .formatted(crops.path("faces").asInt(), crops.path("alignment").asText());
  }

  /** Losses are given as they are written in the log of the training. */
  private static String training(JsonNode log) {
    JsonNode epochs = log.path("epochs");
    String trained =
        "%d epochs over %d pictures of %d subjects"
            .formatted(epochs.size(), log.path("samples").asInt(), log.path("classes").asInt());
    JsonNode last = epochs.path(epochs.size() - 1);
    return last.isMissingNode()
        ? trained
        : trained
            + ", last epoch: loss %s, train %s, dev %s"
                .formatted(
                    last.path("loss").asText(),
                    last.path("trainAccuracy").asText(),
                    last.path("dev").path("accuracy").asText("not watched"));
  }

  private static String comparisons(@Nullable MetricReport report) {
    return report == null
        ? "done"
        : "%d genuine and %d impostor comparisons, %d of them failed"
            .formatted(
                report.comparisons().genuine(),
                report.comparisons().impostor(),
                report.comparisons().failed());
  }

  private void leakage() {
    JsonNode report = entries.apply(ResultArchive.LEAKAGE);
    if (report.isMissingNode()) {
      line("warning: leakage was not looked for");
      return;
    }
    JsonNode pairs = report.path("pairs");
    line("leakage: %d pairs of sets held against each other", pairs.size());
    for (JsonNode pair : pairs) {
      String finding = pair.path("finding").asText();
      if (!finding.equals("clean")) {
        line(
            "  warning: %s / %s: %s",
            pair.path("training").asText(), pair.path("test").asText(), finding);
      }
    }
    int left = report.path("notChecked").size();
    if (left > 0) {
      line("  warning: %d pairs not looked at; %s names them", left, ResultArchive.LEAKAGE);
    }
  }

  private void gate(GateOutcome gate) {
    line("gate %s: %s", gate.gate(), gate.verdict());
  }
}
