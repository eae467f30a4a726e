package org.facerepro.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.core.MachineMemory;
import org.facerepro.core.Progress;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;
import org.jspecify.annotations.Nullable;

/**
 * Trains a face recogniser, an epoch at a time, with a checkpoint after each: killed at any moment,
 * it goes on from the last complete epoch and on a CPU ends with the same bytes as undisturbed.
 *
 * <p>One training at a time in a process: the engine collects gradients for one only.
 */
public final class RecogniserTrainer {
  private static final double CHANCE_FACTOR = 2;

  private final TrainSpec spec;
  private final FacePool pool;
  private final PackedFaces faces;
  private final @Nullable Watch watch;
  private final Seed seed;
  private final Compute compute;
  private final @Nullable Safetensors initial;
  private final Checkpoints checkpoints;

  /** Held-out faces and the comparisons among them. */
  private record Watch(PackedFaces faces, DevPairs pairs) {}

  private RecogniserTrainer(
      TrainSpec spec,
      FacePool train,
      @Nullable PackedFaces dev,
      @Nullable Safetensors initial,
      Seed seed,
      Path workFolder,
      Compute compute) {
    this.spec = spec;
    this.pool = train;
    this.faces = train.faces();
    this.watch =
        dev == null ? null : new Watch(dev, DevPairs.draw(dev.labels(), seed.child("dev")));
    this.seed = seed;
    this.initial = initial;
    this.compute = compute;
    String fingerprint = fingerprint(spec, train, initial, seed);
    this.checkpoints = new Checkpoints(workFolder, fingerprint, spec.keeping());
    Require.that(
        !spec.keeping().best() || dev != null, "keep", "dev faces to tell the best", "none");
    requireSide(spec, faces);
    if (dev != null) {
      requireSide(spec, dev);
    }
    if (faces.size() < spec.batchSize()) {
      throw new InvalidValueException(
          "batchSize", "at most the " + faces.size() + " training pictures", spec.batchSize());
    }
  }

  private static void requireSide(TrainSpec spec, PackedFaces faces) {
    String due = "%d pixels, which crop and inputSize ask for".formatted(spec.storedSide());
    Require.that(faces.side() == spec.storedSide(), "side of the pictures", due, faces.side());
  }

  private static String fingerprint(
      TrainSpec spec, FacePool faces, @Nullable Safetensors initial, Seed seed) {
    String start = initial == null ? "" : " " + Sha256.of(initial.toBytes()).hex();
    return Sha256.of(Json.compact(spec) + " " + seed.value() + " " + faces.fingerprint() + start)
        .hex();
  }

  /**
   * Trains, and writes {@code model.safetensors}, {@code model.json}, {@code train.json} and {@code
   * curves.svg}; the last two after each epoch into the work folder, too.
   *
   * @param train pictures to learn from, at the side that the specification asks for
   * @param dev faces of other subjects to watch the training by, or null
   * @param initial weights of a trained network to start from, or null for fresh ones
   * @param workFolder for the checkpoint; give the same again to go on after a crash
   * @param outFolder for the model
   * @throws StageFailedException if the loss is not finite, or at the end no better than chance; if
   *     memory is short, with the batch size that would fit; if the thread was interrupted, after
   *     the batch that it was at
   * @throws org.facerepro.core.SpecException if the work folder holds another training
   */
  public static TrainReport train(
      TrainSpec spec,
      FacePool train,
      @Nullable PackedFaces dev,
      @Nullable Safetensors initial,
      Seed seed,
      Path workFolder,
      Path outFolder,
      Compute compute,
      Progress progress) {
    RecogniserTrainer trainer =
        new RecogniserTrainer(spec, train, dev, initial, seed, workFolder, compute);
    return trainer.run(outFolder, progress);
  }

  private TrainReport run(Path outFolder, Progress progress) {
    TrainingMemory memory = TrainingMemory.of(spec, faces.classes(), compute);
    boolean own = !compute.device().isGpu();
    memory.require(spec.batchSize(), own ? MachineMemory.left() : OptionalLong.empty());
    return memory.guard(spec.batchSize(), () -> epochs(outFolder, progress));
  }

  private TrainReport epochs(Path outFolder, Progress progress) {
    List<EpochReport> done = new ArrayList<>();
    ModelWriter writer =
        new ModelWriter(spec, faces, seed, checkpoints.fingerprint(), compute, progress);
    try (TrainingState state = start(done);
        InputQueue input = new InputQueue(pool, spec, seed, InputQueue.workersFor(compute))) {
      long left = (long) (spec.epochs() - done.size()) * input.steps() * spec.batchSize();
      try (Progress.Task task = progress.start("train", left, "images")) {
        for (int epoch = done.size(); epoch < spec.epochs(); epoch++) {
          EpochReport report = epoch(epoch, state, input, task);
          done.add(report);
          task.note(report.summary());
          if (isAtChance(report)) {
            task.note(chance(report));
          }
          Interruption.spare(() -> keep(done, state, writer));
        }
      }
      if (!done.isEmpty()) {
        requireBetterThanChance(done.get(done.size() - 1));
      }
      return writer.write(outFolder, checkpoints.model(state), checkpoints.modelEpoch(done), done);
    }
  }

  private void keep(List<EpochReport> done, TrainingState state, ModelWriter writer) {
    checkpoints.write(done, state);
    writer.log(checkpoints.folder(), checkpoints.modelEpoch(done), done);
  }

  private TrainingState start(List<EpochReport> done) {
    return checkpoints
        .latest()
        .map(
            checkpoint -> {
              done.addAll(checkpoint.epochs());
              return TrainingState.stored(spec, faces.classes(), checkpoint.tensors(), compute);
            })
        .orElseGet(() -> TrainingState.fresh(spec, faces.classes(), seed, initial, compute));
  }

  private EpochReport epoch(int epoch, TrainingState state, InputQueue input, Progress.Task task) {
    state.enter(epoch);
    Sums sums = new Sums();
    input.forEachBatch(
        epoch,
        (batch, step) -> {
          StepPlan plan = StepPlan.of(spec, seed, epoch, step, input.steps());
          TrainingState.Outcome outcome = state.step(batch, plan);
          requireFinite(outcome.loss(), epoch, step);
          sums.add(outcome);
          task.advance(batch.size());
        });
    double lastRate = StepPlan.learningRate(spec, epoch, input.steps() - 1, input.steps());
    return new EpochReport(
        epoch, lastRate, sums.loss / sums.steps, sums.accuracy / sums.steps, watch(state));
  }

  private static void requireFinite(double loss, int epoch, int step) {
    if (!Double.isFinite(loss)) {
      throw new StageFailedException(
          ("train: the loss is %s in epoch %d, step %d; try a lower learningRate, a longer warm-up,"
                  + " or a later marginStartEpoch")
              .formatted(loss, epoch, step));
    }
  }

  private @Nullable VerificationScore watch(TrainingState state) {
    if (watch == null) {
      return null;
    }
    Safetensors weights = new Safetensors(state.network(), Map.of());
    try (EmbeddingNet net = new EmbeddingNet(spec.network(), weights, compute)) {
      return watch.pairs().score(Embedder.embed(net, watch.faces()));
    }
  }

  private void requireBetterThanChance(EpochReport last) {
    if (isAtChance(last)) {
      throw new StageFailedException("train: " + chance(last));
    }
  }

  private boolean isAtChance(EpochReport report) {
    double limit = CHANCE_FACTOR * spec.chance(faces.classes());
    return limit < 1 && report.trainAccuracy() < limit;
  }

  private String chance(EpochReport report) {
    return ("after %d epochs the network tells %d subjects apart no better than chance "
            + "(training accuracy %.5f); try a lower learningRate, more epochs, a later "
            + "marginStartEpoch, or check the labels")
        .formatted(report.epoch() + 1, faces.classes(), report.trainAccuracy());
  }

  /** Running sums over the steps of an epoch. */
  private static final class Sums {
    private double loss;
    private double accuracy;
    private int steps;

    void add(TrainingState.Outcome outcome) {
      loss += outcome.loss();
      accuracy += outcome.accuracy();
      steps++;
    }
  }
}
