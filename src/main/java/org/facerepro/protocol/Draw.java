package org.facerepro.protocol;

import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * How comparisons are drawn where a set has no official list: subjects fall into folds in their
 * order, blocks of equal size, the first ones larger by one where it does not come out even; no
 * subject is in two folds.
 *
 * @param folds number of folds, 1 to 1000
 * @param genuine genuine comparisons per fold, at least 1; all there are where left out
 * @param impostor impostor comparisons per fold, at least 1; as many as genuine where left out
 * @param seed of the draw
 */
public record Draw(int folds, @Nullable Integer genuine, @Nullable Integer impostor, long seed) {
  private static final int MOST = 10_000_000;

  public Draw {
    Require.between("folds", folds, 1, 1000);
    Require.between("genuine", genuine == null ? 1 : genuine, 1, MOST);
    Require.between("impostor", impostor == null ? 1 : impostor, 1, MOST);
  }
}
