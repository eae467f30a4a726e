package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.core.Require;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The specification as it was carried out: scales and arms laid out, references resolved, and for
 * each stage that ran what its artifact says of itself.
 *
 * @param schema {@code facerepro/resolved-plan/v1}
 * @param experiment id
 * @param scale scale
 * @param seed root seed
 * @param stages the stages in running order
 */
record ResolvedPlan(String schema, String experiment, String scale, long seed, List<Step> stages) {
  static final String SCHEMA = "facerepro/resolved-plan/v1";
  static final String FILE = "plan.json";

  private static final String ARTIFACT = "artifact.json";

  ResolvedPlan {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    stages = List.copyOf(stages);
  }

  /**
   * One stage.
   *
   * @param name name in the specification
   * @param kind kind of work
   * @param inputs names of the stages it reads, by role
   * @param parameters all of them, as the program understands them
   * @param work how its artifact came about; absent if it did not run
   */
  record Step(
      String name,
      String kind,
      Map<String, String> inputs,
      JsonNode parameters,
      @Nullable Work work) {
    Step {
      inputs = Map.copyOf(inputs);
    }
  }

  /**
   * How an artifact came about.
   *
   * @param key hash of all that can change it
   * @param codeVersion hash of the classes that did the work
   * @param platform what else decides bits
   * @param payload SHA-256 of each file
   */
  record Work(String key, String codeVersion, String platform, Map<String, String> payload) {
    Work {
      payload = new TreeMap<>(payload);
    }

    static Work of(Path folder) {
      Artifact artifact = Json.read(note(folder), Artifact.class);
      return new Work(
          artifact.key(), artifact.codeVersion(), artifact.platform(), artifact.payload());
    }
  }

  static ResolvedPlan of(ExperimentSpec spec, CompletedRun run) {
    return of(
        spec,
        run.result(),
        stage -> stage.key() == null ? null : Work.of(run.folder(stage.name())));
  }

  /** Lays out a specification, given how each stage of a result came about. */
  static ResolvedPlan of(
      ExperimentSpec spec, RunResult result, Function<RunResult.StageRecord, @Nullable Work> work) {
    List<Step> steps = new ArrayList<>();
    for (RunResult.StageRecord record : result.stages()) {
      Stage stage = spec.stage(record.name());
      Map<String, String> inputs = new TreeMap<>();
      stage.inputs().forEach((role, input) -> inputs.put(role, input.stage()));
      steps.add(
          new Step(record.name(), stage.kind(), inputs, Json.tree(stage), work.apply(record)));
    }
    return new ResolvedPlan(SCHEMA, spec.id(), result.scale(), result.seed(), steps);
  }

  /** Returns the file in which an artifact says what it is. */
  static Path note(Path folder) {
    return folder.resolve(ARTIFACT);
  }

  /** Returns how the artifact of a stage came about, or null if it did not run or is unknown. */
  @Nullable Work work(String stage) {
    return stages.stream()
        .filter(step -> step.name().equals(stage))
        .flatMap(step -> Stream.ofNullable(step.work()))
        .findFirst()
        .orElse(null);
  }
}
