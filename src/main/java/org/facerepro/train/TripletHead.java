package org.facerepro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.facerepro.core.Seed;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.loss.LossSpec;
import org.facerepro.nn.loss.Triplets;

/** Triplets within a batch; nothing of it is learnt. */
final class TripletHead implements Head {
  private static final double LENGTH_FLOOR = 1e-12;

  @Override
  public Measured measure(
      NDManager memory, NDArray features, long[] labels, LossSpec loss, Seed seed) {
    NDArray directions = features.normalize(2, 1, LENGTH_FLOOR);
    double alpha = ((LossSpec.Triplet) loss).alpha();
    Triplets triplets = Triplets.choose(directions.toFloatArray(), labels, alpha, seed.rng());
    NDArray value = triplets.count() == 0 ? null : triplets.loss(memory, directions);
    return new Measured(value, triplets.nearestIsOwn());
  }

  @Override
  public Map<String, NDArray> learnt() {
    return Map.of();
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Map.of();
  }
}
