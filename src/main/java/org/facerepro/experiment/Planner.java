package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;

/** Works out keys and states of all stages without running any. */
final class Planner {
  private final ExperimentSpec spec;
  private final Seed root;
  private final List<String> order;
  private final Workspace workspace;
  private final Map<String, ArtifactKey> keys = new LinkedHashMap<>();
  private final Map<String, String> hexes = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();
  private final Map<String, Workload> workloads = new LinkedHashMap<>();
  private final Map<String, String> externals = new LinkedHashMap<>();
  private final Map<String, Optional<OutsideInput>> declared = new LinkedHashMap<>();
  private final Map<Boolean, String> platforms = new LinkedHashMap<>();
  private final Map<Class<?>, String> codeVersions = new LinkedHashMap<>();

  private Planner(ExperimentSpec spec, long seed, Workspace workspace) {
    this.spec = spec;
    this.root = new Seed(seed);
    this.workspace = workspace;
    this.order = spec.graph().order();
    order.forEach(this::resolve);
  }

  /**
   * Plans a run.
   *
   * @throws org.facerepro.core.InvalidValueException on a mistake that {@link SpecCheck} finds
   */
  static Planner of(ExperimentSpec spec, long seed, Workspace workspace) {
    SpecCheck.check(spec, workspace.home());
    return new Planner(spec, seed, workspace);
  }

  Seed seed(String stage) {
    return spec.stage(stage)
        .cast()
        .map(people -> people.seed(root))
        .orElseGet(() -> root.child(Arms.origin(stage)));
  }

  /** Returns the key of a stage; empty if it cannot run. */
  Optional<ArtifactKey> key(String stage) {
    return Optional.ofNullable(keys.get(stage));
  }

  /** Returns the places of all artifacts that a run reaches. */
  List<ArtifactName> artifacts() {
    return keys.entrySet().stream()
        .map(entry -> new ArtifactName(entry.getValue().kind(), hex(entry.getKey())))
        .distinct()
        .toList();
  }

  /** Returns how much work a stage is; empty where that cannot be told. */
  Optional<Workload> workload(String stage) {
    return Optional.ofNullable(workloads.get(stage));
  }

  /** Returns what stages read from outside, in running order. */
  List<OutsideInput> outside() {
    return order.stream()
        .map(name -> outside(name, spec.stage(name)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Reads what is said of outside data once, however many stages read them. */
  private Optional<OutsideInput> outside(String name, Stage stage) {
    StageRunner<Stage> runner = StageRunners.of(stage);
    Optional<String> source = runner.externalSource(stage);
    Optional<OutsideInput> found =
        source.isEmpty()
            ? runner.outside(name, stage, workspace)
            : declared.computeIfAbsent(source.get(), s -> runner.outside(name, stage, workspace));
    return found.map(input -> input.readBy(name));
  }

  /** Says why a stage cannot run; empty if it can. */
  Optional<String> missing(String stage) {
    return Optional.ofNullable(missing.get(stage));
  }

  Plan plan(Scale scale, long seed) {
    List<Plan.PlannedStage> stages = new ArrayList<>();
    Estimates estimates = new Estimates(workspace.store());
    order.forEach(name -> stages.add(planned(name, estimates)));
    return new Plan(Plan.SCHEMA, spec.id(), EnumNames.of(scale), seed, stages, outside());
  }

  private Plan.PlannedStage planned(String name, Estimates estimates) {
    Stage stage = spec.stage(name);
    Map<String, String> inputs = new TreeMap<>();
    stage.inputs().forEach((role, input) -> inputs.put(role, input.stage()));
    Optional<String> key = Optional.ofNullable(hexes.get(name));
    StageStatus status =
        key.map(hex -> workspace.store().has(stage.kind(), hex))
            .map(there -> there ? StageStatus.CACHED : StageStatus.TO_RUN)
            .orElse(StageStatus.NOT_RUN);
    Estimate estimate =
        status == StageStatus.TO_RUN
            ? workload(name).flatMap(work -> estimates.of(stage, work)).orElse(null)
            : null;
    return new Plan.PlannedStage(
        name, stage.kind(), inputs, key.orElse(null), status, missing.get(name), estimate);
  }

  private void resolve(String name) {
    Stage stage = spec.stage(name);
    for (Stage.Input input : stage.inputs().values()) {
      String reason = missing.get(input.stage());
      if (reason != null) {
        missing.put(name, reason);
        return;
      }
    }
    try {
      ArtifactKey key = key(name, stage);
      keys.put(name, key);
      hexes.put(name, key.hex());
      workload(stage).ifPresent(work -> workloads.put(name, work));
    } catch (DataUnavailableException e) {
      missing.put(name, workspace.portable(String.valueOf(e.getMessage())));
    }
  }

  private Optional<Workload> workload(Stage stage) {
    Map<String, Workload> inputs = new LinkedHashMap<>();
    stage
        .inputs()
        .forEach(
            (role, input) -> workload(input.stage()).ifPresent(work -> inputs.put(role, work)));
    return StageRunners.of(stage).workload(stage, inputs);
  }

  private ArtifactKey key(String name, Stage stage) {
    StageRunner<Stage> runner = StageRunners.of(stage);
    Map<String, String> inputs = new TreeMap<>();
    stage.inputs().forEach((role, input) -> inputs.put(role, hex(input.stage())));
    return new ArtifactKey(
        stage.kind(),
        Json.tree(stage.reading(Arms::origin)),
        seed(name).value(),
        inputs,
        external(stage, runner),
        codeVersions.computeIfAbsent(
            stage.getClass(), kind -> CodeVersion.of(runner.getClass(), runner.code())),
        platform(runner.usesEngine()));
  }

  /** Hashes outside files once, however many stages read them. */
  private String external(Stage stage, StageRunner<Stage> runner) {
    Optional<String> source = runner.externalSource(stage);
    return source.isEmpty()
        ? runner.external(stage, workspace)
        : externals.computeIfAbsent(source.get(), s -> runner.external(stage, workspace));
  }

  private String platform(boolean withEngine) {
    return platforms.computeIfAbsent(
        withEngine,
        engine ->
            engine ? Environment.enginePlatform(workspace.compute()) : Environment.javaPlatform());
  }

  private String hex(String stage) {
    String hex = hexes.get(stage);
    if (hex == null) {
      throw new IllegalStateException("stage '" + stage + "' was not resolved before its users");
    }
    return hex;
  }
}
