package org.facerepro.experiment;

import org.facerepro.core.Require;
import org.facerepro.train.LabelFraction;
import org.jspecify.annotations.Nullable;

/**
 * Faces to train on beside others.
 *
 * @param faces the stage that yields them
 * @param weight their part in what an epoch shows, relative to the others'
 * @param labels the part of them that is trained on; all if absent
 */
public record Addition(String faces, double weight, @Nullable LabelFraction labels) {
  public Addition {
    Require.between("weight", weight, 1e-6, 1e6);
  }

  /** Returns these faces of another stage. */
  Addition from(String stage) {
    return new Addition(stage, weight, labels);
  }
}
