package org.facerepro.experiment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Progress;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;
import org.facerepro.nn.Compute;

/**
 * Reading and planning an experiment of a thousand stages: a sweep over the smallest one.
 *
 * @param home folder of the project
 */
record PlanningCase(Path home) implements BenchCase {
  private static final int VALUES = 250;

  /** Stages that each value of the sweep repeats. */
  private static final int REPEATED = 4;

  @Override
  public String id() {
    return "plan-1000";
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.STORE;
  }

  @Override
  public OptionalDouble limit() {
    return OptionalDouble.of(1);
  }

  @Override
  public Prepared prepare(double scale) {
    try {
      String tiny = Files.readString(home.resolve("fixtures/experiments/tiny.yaml"));
      int count = BenchCase.scaled(VALUES, scale, 2);
      String values =
          IntStream.rangeClosed(1, count)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(", "));
      String sweep =
          "\nsweep: {n: {set: train-faces/generator/subjects, values: [" + values + "]}}\n";
      return new Data(tiny + sweep, count, home, TemporaryStore.create());
    } catch (IOException e) {
      throw new StorageException("cannot prepare a plan (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private record Data(String yaml, int values, Path home, TemporaryStore temporary)
      implements Prepared {
    @Override
    public String input() {
      return "a sweep over %d values, each with %d stages".formatted(values, REPEATED);
    }

    @Override
    public Object run(Stages stages) {
      Workspace workspace =
          new Workspace(home, temporary.store(), null, Compute.of("cpu"), Progress.SILENT);
      ExperimentSpec spec =
          stages.time("read", () -> ExperimentSpec.parse(yaml, "bench.yaml", Scale.EMBEDDED));
      Plan plan =
          stages.time("plan", () -> new ExperimentRunner(workspace).plan(spec, Scale.EMBEDDED, 1));
      String keys =
          plan.stages().stream()
              .map(stage -> String.valueOf(stage.key()))
              .collect(Collectors.joining());
      return "%d stages %s".formatted(plan.stages().size(), Sha256.of(keys).hex());
    }

    @Override
    public void close() {
      temporary.close();
    }
  }
}
