package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.StageFailedException;

/** The stages of one run on their way into the store. */
final class StageExecution {
  private static final double NANOS = 1e9;

  private final ExperimentSpec spec;
  private final Planner planner;
  private final Workspace workspace;
  private final ConcurrentMap<String, Artifact> artifacts = new ConcurrentHashMap<>();
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Consumer<StageExecution> beforeTraining;
  private final Consumer<String> elsewhere;
  private final StageScheduler scheduler;
  private boolean looked;

  /**
   * Prepares the work.
   *
   * @param beforeTraining called once, before the first training that is made, when all sets of
   *     faces are there
   * @param elsewhere called with the name of a stage when another process is first found making it
   */
  StageExecution(
      ExperimentSpec spec,
      Planner planner,
      Workspace workspace,
      Consumer<StageExecution> beforeTraining,
      Consumer<String> elsewhere) {
    this.spec = spec;
    this.planner = planner;
    this.workspace = workspace;
    this.beforeTraining = beforeTraining;
    this.elsewhere = elsewhere;
    this.scheduler = scheduler();
  }

  private StageScheduler scheduler() {
    List<String> order = spec.graph().order();
    List<String> able = order.stream().filter(name -> planner.key(name).isPresent()).toList();
    List<String> sets = able.stream().filter(this::isSet).toList();
    Map<String, Set<String>> earlier = new LinkedHashMap<>();
    able.forEach(name -> earlier.put(name, earlier(name, sets)));
    int cores = Runtime.getRuntime().availableProcessors();
    return new StageScheduler(able, name -> earlier.getOrDefault(name, Set.of()), Job::new, cores);
  }

  /** Finds or makes the artifact of every stage that can run. */
  void run() {
    scheduler.run();
  }

  /**
   * Finds or makes as much of that as other processes leave, and does not wait for them.
   *
   * @return whether all of it is there
   */
  boolean advance() {
    return scheduler.advance();
  }

  /** Returns the artifact of a stage; empty if it could not run. */
  Optional<Artifact> artifact(String stage) {
    return Optional.ofNullable(artifacts.get(stage));
  }

  /** Returns the names of the stages whose work was done now. */
  Set<String> made() {
    return Set.copyOf(made);
  }

  private boolean isSet(String stage) {
    return spec.stage(stage).isSet();
  }

  /** Sets come before every training, so that a leak between them is found before hours of work. */
  private Set<String> earlier(String name, List<String> sets) {
    Stage stage = spec.stage(name);
    Set<String> earlier = new LinkedHashSet<>();
    stage.inputs().values().forEach(input -> earlier.add(input.stage()));
    if (stage instanceof Stage.Train) {
      earlier.addAll(sets);
    }
    return earlier;
  }

  private final class Job implements StageScheduler.Job {
    private final String name;
    private final Stage stage;
    private final ArtifactKey key;

    Job(String name) {
      this.name = name;
      this.stage = spec.stage(name);
      this.key = planner.key(name).orElseThrow();
    }

    @Override
    public MachineShare share() {
      return StageRunners.of(stage).share();
    }

    @Override
    public boolean present() {
      Optional<Artifact> found = workspace.store().find(stage.kind(), key.hex());
      found.ifPresent(artifact -> artifacts.put(name, artifact));
      return found.isPresent();
    }

    @Override
    public boolean make() {
      if (stage instanceof Stage.Train && !looked) {
        // Trainings take the whole machine and so come one after the other.
        beforeTraining.accept(StageExecution.this);
        looked = true;
      }
      Optional<ArtifactStore.Claim> free = workspace.store().tryClaim(stage.kind(), key.hex());
      if (free.isEmpty()) {
        if (told.add(name)) {
          elsewhere.accept(name);
        }
        return false;
      }
      try (ArtifactStore.Claim claim = free.get()) {
        if (!present()) {
          artifacts.put(name, make(claim));
        }
      }
      return true;
    }

    private Artifact make(ArtifactStore.Claim claim) {
      Map<String, Path> inputs = new LinkedHashMap<>();
      stage.inputs().forEach((role, input) -> inputs.put(role, folder(input.stage())));
      StageRunner.Work work =
          new StageRunner.Work(
              name,
              planner.seed(name),
              inputs,
              claim.payloadFolder(),
              claim.workFolder(),
              workspace.reporting(name));
      long start = System.nanoTime();
      try {
        StageRunners.of(stage).run(stage, work);
      } catch (FaceReproException e) {
        throw new StageFailedException("stage '" + name + "': " + e.getMessage(), e);
      }
      made.add(name);
      double seconds = (System.nanoTime() - start) / NANOS;
      return claim.complete(key, planner.workload(name).orElse(null), seconds);
    }

    private Path folder(String input) {
      Artifact artifact = artifacts.get(input);
      if (artifact == null) {
        throw new IllegalStateException("stage '" + name + "' ran before '" + input + "'");
      }
      return workspace.store().folder(artifact.kind(), artifact.key());
    }
  }
}
