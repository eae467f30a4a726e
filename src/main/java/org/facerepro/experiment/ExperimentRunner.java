package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.StageFailedException;
import org.facerepro.metric.MetricReport;
import org.facerepro.train.ModelSize;
import org.facerepro.train.TrainSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs experiments: every stage whose artifact is not yet in the store, then the gates.
 *
 * <p>Stages are taken in the order of the graph, several at a time where they leave the machine to
 * each other; one that cannot run leaves those that need it {@code NOT_RUN} and the others
 * untouched.
 */
public final class ExperimentRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ExperimentRunner.class);

  private final Workspace workspace;
  private final MadeSets.Check check;
  private final Helpers helpers;

  public ExperimentRunner(Workspace workspace) {
    this(workspace, MadeSets.Check.NONE);
  }

  /**
   * Prepares runs.
   *
   * @param check what to do with the sets of faces of a run before its first training
   */
  public ExperimentRunner(Workspace workspace, MadeSets.Check check) {
    this(workspace, check, Helpers.NONE);
  }

  /**
   * Prepares runs that others help with: each begins when they have made all it needs, or are gone.
   *
   * @param check what to do with the sets of faces of a run before its first training
   */
  public ExperimentRunner(Workspace workspace, MadeSets.Check check, Helpers helpers) {
    this.workspace = workspace;
    this.check = check;
    this.helpers = helpers;
  }

  /** Tells what a run would do, without doing it. */
  public Plan plan(ExperimentSpec spec, Scale scale, long seed) {
    return Planner.of(spec, seed, workspace).plan(scale, seed);
  }

  /**
   * Runs an experiment with one seed.
   *
   * @throws StageFailedException if a stage starts and cannot finish
   * @throws org.facerepro.core.CorruptDataException if the check refuses the sets of faces
   * @throws InvalidValueException if the model that is to be published would be too large
   */
  public CompletedRun run(ExperimentSpec spec, Scale scale, long seed) {
    BegunRun run = begin(spec, scale, seed, ExperimentRunner::sayElsewhere);
    try (run) {
      helpers.await(run.planner().artifacts());
      run.execution().run();
    }
    Map<String, Path> folders = new LinkedHashMap<>();
    List<RunResult.StageRecord> records = new ArrayList<>();
    Set<String> made = new TreeSet<>(run.execution().made());
    for (String name : spec.graph().order()) {
      Optional<Artifact> artifact = run.execution().artifact(name);
      artifact.ifPresent(a -> folders.put(name, workspace.store().folder(a.kind(), a.key())));
      artifact
          .filter(a -> helpers.made(new ArtifactName(a.kind(), a.key())))
          .ifPresent(a -> made.add(name));
      records.add(record(name, spec.stage(name), artifact, run.planner()));
    }
    RunResult result = result(spec, scale, seed, run.planner(), records, folders);
    return new CompletedRun(result, folders, made);
  }

  /**
   * Begins a run without doing any of its work.
   *
   * @param elsewhere called with the name of a stage when another process is first found making it
   */
  BegunRun begin(ExperimentSpec spec, Scale scale, long seed, Consumer<String> elsewhere) {
    requirePublishable(spec);
    Planner planner = Planner.of(spec, seed, workspace);
    StageExecution execution =
        new StageExecution(
            spec,
            planner,
            workspace,
            soFar -> check.check(sets(spec, EnumNames.of(scale), seed, planner, soFar)),
            elsewhere);
    return new BegunRun(planner, execution, workspace.store().hold(planner.artifacts()));
  }

  private static void sayElsewhere(String stage) {
    LOG.warn("another run is making stage '{}'; waiting, or doing others first", stage);
  }

  private MadeSets sets(
      ExperimentSpec spec, String scale, long seed, Planner planner, StageExecution execution) {
    Map<String, String> keys = new LinkedHashMap<>();
    Map<String, Path> folders = new LinkedHashMap<>();
    Map<String, String> notRun = new LinkedHashMap<>();
    for (String name : spec.graph().order()) {
      planner.missing(name).ifPresent(reason -> notRun.put(name, reason));
      if (spec.stage(name).isSet()) {
        execution
            .artifact(name)
            .ifPresent(
                set -> {
                  keys.put(name, set.key());
                  folders.put(name, workspace.store().folder(set.kind(), set.key()));
                });
      }
    }
    return new MadeSets(spec, scale, seed, keys, folders, notRun);
  }

  /** Looks before hours of training. */
  private void requirePublishable(ExperimentSpec spec) {
    Publication publishes = spec.publishes();
    if (publishes != null) {
      String model = publishes.model();
      List<TrainSpec> recipes = spec.members(model).stream().map(Stage.Train::recipe).toList();
      long bytes = ModelSize.bytes(recipes, spec.weightFormat(model), workspace.compute());
      Publication.requireSmall(model, bytes);
    }
  }

  private static RunResult.StageRecord record(
      String name, Stage stage, Optional<Artifact> artifact, Planner planner) {
    return artifact
        .map(a -> new RunResult.StageRecord(name, stage.kind(), a.key(), a.payloadDigest(), null))
        .orElseGet(
            () ->
                new RunResult.StageRecord(
                    name,
                    stage.kind(),
                    null,
                    null,
                    planner.missing(name).orElse("an input is missing")));
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
          if (spec.stage(name) instanceof Stage.VerifyTemplates) {
            remarks.put(name, StoredTemplates.remarks(folder));
          }
          if (spec.stage(name) instanceof Stage.SearchTemplates) {
            remarks.put(name, StoredTemplateSearches.remarks(folder));
          }
          if (spec.stage(name) instanceof Stage.Measuring) {
            reports.putAll(StoredParts.reports(name, folder));
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
        failures,
        planner.outside(),
        Judge.claims(spec.claims(), gates));
  }
}
