package org.facerepro.train;

import org.facerepro.core.Require;

/**
 * What is kept of the epochs of a training.
 *
 * @param last checkpoints of so many last epochs stay in the work folder; a damaged one is then
 *     replaced by the one before it
 * @param best whether the model is that of the epoch with the highest accuracy on held-out faces,
 *     the earliest of equal ones, instead of the last epoch's
 */
public record Keep(int last, boolean best) {
  /** The last epoch's checkpoint and model. */
  public static final Keep LAST = new Keep(1, false);

  public Keep {
    Require.between("last", last, 1, 1000);
  }
}
