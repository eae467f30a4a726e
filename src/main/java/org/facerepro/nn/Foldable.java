package org.facerepro.nn;

import ai.djl.ndarray.NDManager;

/** A block that can become quicker once its weights stay as they are. */
interface Foldable {

  /** Folds its layers into one, whose weights live in {@code manager}; it cannot learn any more. */
  void fold(NDManager manager);
}
