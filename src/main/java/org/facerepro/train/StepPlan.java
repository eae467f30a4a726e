package org.facerepro.train;

import org.facerepro.core.Seed;
import org.facerepro.nn.loss.LossSpec;

/**
 * How one batch is learnt from.
 *
 * @param loss what it is measured by
 * @param share of this batch in the update it belongs to
 * @param updates whether the update follows it
 * @param learningRate of that update
 * @param seed of draws within the batch
 */
record StepPlan(LossSpec loss, double share, boolean updates, double learningRate, Seed seed) {

  /** Returns the plan of batch {@code step} out of {@code steps} of an epoch. */
  static StepPlan of(TrainSpec spec, Seed seed, int epoch, int step, int steps) {
    UpdateSpec updates = spec.updating();
    return new StepPlan(
        spec.loss(epoch),
        1.0 / updates.groupSize(step, steps),
        updates.isDue(step, steps),
        learningRate(spec, epoch, step, steps),
        seed.child("step").child(epoch).child(step));
  }

  /** Returns the learning rate in the middle of a step. */
  static double learningRate(TrainSpec spec, int epoch, int step, int steps) {
    double time = epoch + (step + 0.5) / steps;
    return spec.optimiser().learningRate() * spec.schedule().factor(time, spec.epochs());
  }
}
