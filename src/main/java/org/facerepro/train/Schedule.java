package org.facerepro.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.facerepro.core.Require;

/**
 * How the learning rate goes over a training: a linear rise over {@code warmupEpochs} (fractions
 * allowed), then a fall.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Schedule.Cosine.class, name = "cosine"),
  @JsonSubTypes.Type(value = Schedule.MultiStep.class, name = "multi-step"),
  @JsonSubTypes.Type(value = Schedule.Step.class, name = "step"),
  @JsonSubTypes.Type(value = Schedule.Division.class, name = "division"),
  @JsonSubTypes.Type(value = Schedule.Poly.class, name = "poly")
})
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

  private static void requireWarmup(double epochs) {
    Require.between("warmupEpochs", epochs, 0, 1000);
  }

  /** Half a cosine from the peak down to 0 (Loshchilov and Hutter 2017). */
  record Cosine(double warmupEpochs) implements Schedule {
    public Cosine {
      requireWarmup(warmupEpochs);
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
      requireWarmup(warmupEpochs);
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

  /**
   * A constant rate multiplied by {@code decay} every so many epochs.
   *
   * @param every epochs between two falls
   */
  record Step(double warmupEpochs, int every, double decay) implements Schedule {
    public Step {
      requireWarmup(warmupEpochs);
      Require.between("every", every, 1, 10_000);
      Require.between("decay", decay, 0, 1);
    }

    @Override
    public double afterWarmup(double epoch, int epochs) {
      return StrictMath.pow(decay, Math.floor(epoch / every));
    }
  }

  /**
   * A constant rate divided again and again, as face.evoLVe's recipes with 1.5 do.
   *
   * @param divisor at each division, 1 to 100
   * @param first epoch of the first division
   * @param every epochs between two divisions
   */
  record Division(double warmupEpochs, double divisor, int first, int every) implements Schedule {
    public Division {
      requireWarmup(warmupEpochs);
      Require.between("divisor", divisor, 1, 100);
      Require.between("first", first, 0, 10_000);
      Require.between("every", every, 1, 10_000);
    }

    @Override
    public double afterWarmup(double epoch, int epochs) {
      double divisions = epoch < first ? 0 : 1 + Math.floor((epoch - first) / every);
      return StrictMath.pow(divisor, -divisions);
    }
  }

  /**
   * A power of the time that is left, from the peak down to 0.
   *
   * @param power 1 for a straight line; InsightFace takes 2
   */
  record Poly(double warmupEpochs, double power) implements Schedule {
    public Poly {
      requireWarmup(warmupEpochs);
      Require.between("power", power, 0.01, 20);
    }

    @Override
    public double afterWarmup(double epoch, int epochs) {
      double progress = (epoch - warmupEpochs) / (epochs - warmupEpochs);
      return StrictMath.pow(1 - Math.min(1, progress), power);
    }
  }
}
