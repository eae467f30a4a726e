package org.facerepro.train;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.facerepro.core.Require;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;

/**
 * The loop of a training alone, to measure it: batches prepared ahead, forward, backward and update
 * as {@link RecogniserTrainer} does them, without checkpoints, held-out faces and a model.
 *
 * <p>One training at a time in a process. Close it to free its native memory.
 */
public final class TrainingLoop implements AutoCloseable {
  private final TrainSpec spec;
  private final Seed seed;
  private final TrainingState state;
  private final InputQueue input;
  private int epoch;

  /**
   * How an epoch went.
   *
   * @param steps batches learnt from
   * @param loss mean over the steps
   * @param seconds of each part of the steps
   */
  public record Pace(int steps, double loss, Map<StepPart, Double> seconds) {
    public Pace {
      seconds = Map.copyOf(seconds);
    }
  }

  /** Makes the fresh state of a training; see {@link RecogniserTrainer#train}. */
  public TrainingLoop(TrainSpec spec, FacePool train, Seed seed, Compute compute) {
    this.spec = spec;
    this.seed = seed;
    int pictures = train.faces().size();
    Require.that(
        pictures >= spec.batchSize(), "batchSize", "at most " + pictures, spec.batchSize());
    this.state = TrainingState.fresh(spec, train.faces().classes(), seed, null, compute);
    this.input = new InputQueue(train, spec, seed, InputQueue.workersFor(compute));
  }

  /** Returns the steps of an epoch. */
  public int steps() {
    return input.steps();
  }

  /** Learns for the next epoch of the training. */
  public Pace epoch() {
    Require.that(epoch < spec.epochs(), "epochs", "more than " + epoch, spec.epochs());
    Map<StepPart, Double> before = times();
    double[] loss = new double[1];
    state.enter(epoch);
    input.forEachBatch(
        epoch,
        (batch, step) ->
            loss[0] +=
                state.step(batch, StepPlan.of(spec, seed, epoch, step, input.steps())).loss());
    epoch++;
    Map<StepPart, Double> spent = times();
    before.forEach((part, time) -> spent.merge(part, -time, Double::sum));
    return new Pace(steps(), loss[0] / steps(), spent);
  }

  private Map<StepPart, Double> times() {
    Map<StepPart, Double> times = state.clock().seconds();
    times.put(StepPart.INPUT, (double) input.waitedNanos() / TimeUnit.SECONDS.toNanos(1));
    return times;
  }

  @Override
  public void close() {
    input.close();
    state.close();
  }
}
