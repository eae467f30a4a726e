package org.facerepro.nn;

import ai.djl.nn.norm.BatchNorm;

/**
 * Batch normalisation as all networks here have it: running statistics keep 0.9 of the old at each
 * step, epsilon is 1e-5.
 */
final class Norm {
  static final float MOMENTUM = 0.9f;
  static final float EPSILON = 1e-5f;

  private Norm() {}

  static BatchNorm block() {
    return BatchNorm.builder().optMomentum(MOMENTUM).optEpsilon(EPSILON).build();
  }

  /** Returns one whose scale is not learnt: it stays 1. */
  static BatchNorm unscaled() {
    return BatchNorm.builder().optMomentum(MOMENTUM).optEpsilon(EPSILON).optScale(false).build();
  }
}
