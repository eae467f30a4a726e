package org.facerepro.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.Json;
import org.facerepro.data.Embeddings;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.Scoring;

/** Scores the comparisons of a protocol and computes every metric from the stored scores. */
final class VerifyRunner implements MeasuringRunner<Stage.Verify> {
  /** Of the order of what one core does; only for plans, and only until one is measured. */
  private static final Workload.Pace ASSUMED = new Workload.Pace(500, 200);

  @Override
  public String measured() {
    return "a protocol";
  }

  @Override
  public List<String> storing() {
    return List.of("StoredScores", "StoredParts");
  }

  @Override
  public MachineShare share() {
    return MachineShare.CORE;
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.Verify stage) {
    return Optional.of(ASSUMED);
  }

  @Override
  public void run(Stage.Verify stage, Work work) {
    Path input = work.input("embeddings");
    EmbedRunner.require(input, EmbedRunner.COMPARISONS, stage.embeddings());
    ComparisonList list = Json.read(input.resolve(EmbedRunner.COMPARISONS), ComparisonList.class);
    Map<String, String> failed = failures(input);
    StoredScores.write(
        work.payload(), Scoring.score(list, Embeddings.read(input), failed.keySet()));
    Scores stored = StoredScores.read(work.payload());
    MetricReport report = VerificationMetrics.report(stored, work.seed());
    StoredParts.write(work.payload(), report, failed);
  }

  /** Returns the images without an embedding, by name, with the reason. */
  static Map<String, String> failures(Path folder) {
    Map<String, String> failures = new TreeMap<>();
    Json.read(folder.resolve(EmbedRunner.FAILURES), JsonNode.class)
        .properties()
        .forEach(entry -> failures.put(entry.getKey(), entry.getValue().asText()));
    return failures;
  }
}
