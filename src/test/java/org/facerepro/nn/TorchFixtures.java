package org.facerepro.nn;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.Seed;

/** Files of weights with PyTorch's names. */
public final class TorchFixtures {
  private TorchFixtures() {}

  /** Returns fresh weights of a network. */
  public static Safetensors fresh(NetSpec spec) {
    Map<String, Tensor> tensors = new TreeMap<>();
    try (NDManager manager = Compute.of("cpu").newManager()) {
      FaceNet net = new FaceNet(spec);
      Weights.load(net, manager, Weights.fresh(new Seed(3), spec));
      Weights.parameters(net)
          .forEach((name, parameter) -> tensors.put(name, Weights.tensor(parameter.getArray())));
    }
    return TorchWeights.exported(new Safetensors(tensors, Map.of()));
  }
}
