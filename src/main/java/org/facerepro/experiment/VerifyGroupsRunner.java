package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Json;
import org.facerepro.data.Embeddings;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.Scoring;

/** Scores comparisons and measures all of them and each group from the stored scores. */
final class VerifyGroupsRunner implements MeasuringRunner<Stage.VerifyGroups> {
  /** Of the order of what one core does; only for plans, and only until one is measured. */
  private static final Workload.Pace ASSUMED = new Workload.Pace(250, 200);

  @Override
  public String measured() {
    return "groups";
  }

  @Override
  public List<String> storing() {
    return List.of("VerifyRunner", "StoredGroups", "StoredScores", "StoredParts", "PartReports");
  }

  @Override
  public MachineShare share() {
    return MachineShare.CORE;
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.VerifyGroups stage) {
    return Optional.of(ASSUMED);
  }

  @Override
  public void run(Stage.VerifyGroups stage, Work work) {
    Path input = work.input("embeddings");
    EmbedRunner.require(input, EmbedRunner.COMPARISONS, stage.embeddings());
    ComparisonList list = Json.read(input.resolve(EmbedRunner.COMPARISONS), ComparisonList.class);
    Map<String, String> failed = VerifyRunner.failures(input);
    Path payload = work.payload();
    StoredGroups.write(payload, Scoring.score(list, Embeddings.read(input), failed.keySet()), list);
    PartReports reports = StoredGroups.read(payload).measure(work.seed());
    StoredParts.write(payload, reports, failed);
  }
}
