package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.Judge;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.StoredScores;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;

/** Computes metrics and verdicts again from the scores in an archive and names what differs. */
final class Recomputation {
  private final SortedMap<String, byte[]> contents;
  private final Path scratch;
  private final BiConsumer<String, String> report;
  private int numbers;

  Recomputation(
      SortedMap<String, byte[]> contents, Path scratch, BiConsumer<String, String> report) {
    this.contents = contents;
    this.scratch = scratch;
    this.report = report;
  }

  /** Returns how many numbers were computed again. */
  int run() throws IOException {
    RunResult result = read(ResultArchive.RESULT, RunResult.class);
    Map<String, MetricReport> recomputed = new LinkedHashMap<>();
    for (String stage : result.reports().keySet()) {
      MetricReport fresh = VerificationMetrics.report(scores(stage), seed(result, stage));
      recomputed.put(stage, fresh);
      String entry = ResultArchive.entry("verify", stage, ResultArchive.METRICS);
      compare(entry, read(entry, JsonNode.class), Json.tree(fresh), "");
    }
    compare(ResultArchive.RESULT, Json.tree(result.reports()), Json.tree(recomputed), "/reports");
    compare(
        ResultArchive.RESULT,
        Json.tree(result.gates()),
        Json.tree(gates(result, recomputed)),
        "/gates");
    return numbers;
  }

  private static Seed seed(RunResult result, String stage) {
    return new Seed(result.seed()).child(stage);
  }

  private List<GateOutcome> gates(RunResult result, Map<String, MetricReport> reports) {
    String yaml = new String(content(ResultArchive.SPEC), StandardCharsets.UTF_8);
    ExperimentSpec spec = ExperimentSpec.parse(yaml, ResultArchive.SPEC, Scale.of(result.scale()));
    return new ArrayList<>(
        Judge.decide(spec.gates(), reports, stage -> result.stage(stage).map(s -> s.notRun())));
  }

  private Scores scores(String stage) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve(stage));
    for (String file : StoredScores.FILES) {
      Files.write(folder.resolve(file), content(ResultArchive.entry("verify", stage, file)));
    }
    return StoredScores.read(folder);
  }

  private void compare(String entry, JsonNode stored, JsonNode fresh, String path) {
    if (stored.isValueNode() || fresh.isValueNode()) {
      numbers += fresh.isNumber() ? 1 : 0;
      if (!stored.equals(fresh)) {
        report.accept(entry, "%s is %s, recomputed %s".formatted(path, stored, fresh));
      }
      return;
    }
    if (stored.size() != fresh.size()) {
      report.accept(entry, path + " has other members when recomputed");
      return;
    }
    if (stored.isArray()) {
      for (int i = 0; i < stored.size(); i++) {
        compare(entry, stored.get(i), fresh.get(i), path + "/" + i);
      }
      return;
    }
    stored
        .fieldNames()
        .forEachRemaining(
            name -> compare(entry, stored.path(name), fresh.path(name), path + "/" + name));
  }

  private <T> T read(String entry, Class<T> type) {
    return Json.read(content(entry), type, entry);
  }

  private byte[] content(String entry) {
    byte[] content = contents.get(entry);
    if (content == null) {
      throw new CorruptDataException(entry + " is missing");
    }
    return content;
  }
}
