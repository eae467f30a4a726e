package org.facerepro.train;

import java.util.List;
import org.facerepro.core.Require;

/**
 * How the learning rate goes over a training: a linear rise over {@code warmupEpochs} (fractions
 * allowed), then a fall.
 */
public sealed interface Schedule {

  /** Epochs of linear rise from 0. */
  double warmupEpochs();

  /**
   * Returns the factor on the peak learning rate.
   *
   * @param epoch time in epochs with fraction, the middle of the step
   * @param epochs length of the training
   */
  default double factor(double epoch, int epochs) {
    return epoch < warmupEpochs() ? epoch / warmupEpochs() : afterWarmup(epoch, epochs);
  }

  /** Returns the factor after the rise; see {@link #factor}. */
  double afterWarmup(double epoch, int epochs);

  /** Half a cosine from the peak down to 0 (Loshchilov and Hutter 2017). */
  record Cosine(double warmupEpochs) implements Schedule {
    public Cosine {
      Require.between("warmupEpochs", warmupEpochs, 0, 1000);
    }

    @Override
    public double afterWarmup(double epoch, int epochs) {
      double progress = (epoch - warmupEpochs) / (epochs - warmupEpochs);
      return (1 + StrictMath.cos(Math.PI * Math.min(1, progress))) / 2;
    }
  }

  /**
   * A constant rate multiplied by {@code decay} at each milestone.
   *
   * @param milestones epochs, rising
   */
  record MultiStep(double warmupEpochs, List<Integer> milestones, double decay)
      implements Schedule {
    public MultiStep {
      Require.between("warmupEpochs", warmupEpochs, 0, 1000);
      Require.between("decay", decay, 0, 1);
      milestones = List.copyOf(milestones);
      Require.that(
          milestones.stream().sorted().distinct().toList().equals(milestones),
          "milestones",
          "rising epochs",
          milestones);
    }

    @Override
    public double afterWarmup(double epoch, int epochs) {
      int passed = (int) milestones.stream().filter(milestone -> epoch >= milestone).count();
      return StrictMath.pow(decay, passed);
    }
  }
}
