package org.facerepro.metric;

import org.facerepro.core.Require;

/**
 * How many comparisons a number rests on.
 *
 * @param genuine comparisons of one subject, failed ones included
 * @param impostor comparisons of two subjects, failed ones included
 * @param failedGenuine genuine comparisons that could not be made
 * @param failedImpostor impostor comparisons that could not be made
 * @param subjects distinct subjects
 * @param folds folds, empty ones included
 */
public record ComparisonCounts(
    int genuine, int impostor, int failedGenuine, int failedImpostor, int subjects, int folds) {

  public ComparisonCounts {
    Require.between("failedGenuine", failedGenuine, 0, genuine);
    Require.between("failedImpostor", failedImpostor, 0, impostor);
    Require.between("subjects", subjects, 0, 2L * ((long) genuine + impostor));
    Require.between("folds", folds, 1, Integer.MAX_VALUE);
  }

  /** Returns all comparisons that could not be made. */
  public int failed() {
    return failedGenuine + failedImpostor;
  }
}
