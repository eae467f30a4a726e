package org.facerepro.nn.loss;

import ai.djl.ndarray.NDArray;
import org.facerepro.core.Require;
import org.facerepro.nn.Scalars;

/**
 * Weighs a cross-entropy {@code L} by {@code (1 - exp(-L))^gamma}, so that what is learnt already
 * counts less (Lin et al. 2017).
 *
 * @param gamma the exponent, 0 to 10; 0 changes nothing, and between 0 and 1 the slope is steep
 *     where the loss is small
 * @param of what {@code L} is
 */
public record Focal(double gamma, Of of) {
  private static final float ERROR_FLOOR = 1e-12f;

  /** The cross-entropies that are weighed. */
  public enum Of {
    /** The one of each sample, as in the source. */
    SAMPLE,
    /** The mean of the batch, as face.evoLVe and the recipes made with it do. */
    BATCH
  }

  public Focal {
    Require.between("gamma", gamma, 0, 10);
  }

  /** Returns the weighed mean of cross-entropies {@code [n]}, a single number. */
  NDArray mean(NDArray losses) {
    return of == Of.SAMPLE ? weighed(losses).mean() : weighed(losses.mean());
  }

  private NDArray weighed(NDArray loss) {
    NDArray error = Scalars.atLeast(loss.neg().exp().neg().add(1), ERROR_FLOOR);
    return loss.mul(Scalars.power(error, (float) gamma));
  }
}
