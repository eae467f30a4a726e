package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facerepro.core.EnumNames;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.StageFailedException;
import org.facerepro.metric.MetricReport;

/**
 * Runs experiments: every stage whose artifact is not yet in the store, then the gates.
 *
 * <p>Stages are taken in the order of the graph; one that cannot run leaves those that need it
 * {@code NOT_RUN} and the others untouched.
 */
public final class ExperimentRunner {
  private static final double NANOS = 1e9;

  private final Workspace workspace;

  public ExperimentRunner(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Tells what a run would do, without doing it. */
  public Plan plan(ExperimentSpec spec, Scale scale, long seed) {
    return Planner.of(spec, seed, workspace).plan(scale, seed);
  }

  /**
   * Runs an experiment with one seed.
   *
   * @throws StageFailedException if a stage starts and cannot finish
   */
  public CompletedRun run(ExperimentSpec spec, Scale scale, long seed) {
    return new Run(spec, Planner.of(spec, seed, workspace)).complete(scale, seed);
  }

  /** One run on its way. */
  private final class Run {
    private final ExperimentSpec spec;
    private final Planner planner;
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final Set<String> made = new LinkedHashSet<>();

    Run(ExperimentSpec spec, Planner planner) {
      this.spec = spec;
      this.planner = planner;
    }

    CompletedRun complete(Scale scale, long seed) {
      List<RunResult.StageRecord> records = new ArrayList<>();
      spec.graph().order().forEach(name -> records.add(stage(name)));
      RunResult result = result(spec, scale, seed, planner, records, folders);
      return new CompletedRun(result, folders, made);
    }

    private RunResult.StageRecord stage(String name) {
      Stage stage = spec.stage(name);
      Optional<ArtifactKey> key = planner.key(name);
      if (key.isEmpty()) {
        String reason = planner.missing(name).orElse("an input is missing");
        return new RunResult.StageRecord(name, stage.kind(), null, null, reason);
      }
      Artifact artifact = findOrMake(name, stage, key.get());
      folders.put(name, workspace.store().folder(stage.kind(), artifact.key()));
      return new RunResult.StageRecord(
          name, stage.kind(), artifact.key(), artifact.payloadDigest(), null);
    }

    private Artifact findOrMake(String name, Stage stage, ArtifactKey key) {
      ArtifactStore store = workspace.store();
      Optional<Artifact> ready = store.find(stage.kind(), key.hex());
      if (ready.isPresent()) {
        return ready.get();
      }
      try (ArtifactStore.Claim claim = store.claim(stage.kind(), key.hex())) {
        Optional<Artifact> madeMeanwhile = store.find(stage.kind(), key.hex());
        return madeMeanwhile.orElseGet(() -> make(name, stage, key, claim));
      }
    }

    private Artifact make(String name, Stage stage, ArtifactKey key, ArtifactStore.Claim claim) {
      Map<String, Path> inputs = new LinkedHashMap<>();
      stage.inputs().forEach((role, input) -> inputs.put(role, folder(name, input.stage())));
      StageRunner.Work work =
          new StageRunner.Work(
              name,
              planner.seed(name),
              inputs,
              claim.payloadFolder(),
              claim.workFolder(),
              workspace);
      long start = System.nanoTime();
      try {
        StageRunners.of(stage).run(stage, work);
      } catch (FaceReproException e) {
        throw new StageFailedException("stage '" + name + "': " + e.getMessage(), e);
      }
      made.add(name);
      return claim.complete(key, (System.nanoTime() - start) / NANOS);
    }

    private Path folder(String stage, String input) {
      Path folder = folders.get(input);
      if (folder == null) {
        throw new IllegalStateException("stage '" + stage + "' ran before '" + input + "'");
      }
      return folder;
    }
  }

  private static RunResult result(
      ExperimentSpec spec,
      Scale scale,
      long seed,
      Planner planner,
      List<RunResult.StageRecord> records,
      Map<String, Path> folders) {
    Map<String, MetricReport> reports = new LinkedHashMap<>();
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    Map<String, Map<String, String>> failures = new LinkedHashMap<>();
    folders.forEach(
        (name, folder) -> {
          if (spec.stage(name) instanceof Stage.Embed) {
            remarks.put(name, EmbedRunner.remarks(folder));
          }
          if (spec.stage(name) instanceof Stage.Verify) {
            reports.put(name, VerifyRunner.report(folder));
            failures.put(name, VerifyRunner.failures(folder));
          }
        });
    List<GateOutcome> gates = Judge.decide(spec.gates(), reports, planner::missing);
    return new RunResult(
        RunResult.SCHEMA,
        spec.id(),
        spec.title(),
        EnumNames.of(scale),
        seed,
        spec.reproduces(),
        spec.realData(),
        Judge.verdict(gates, records),
        gates,
        records,
        reports,
        remarks,
        failures);
  }
}
