package org.facerepro.train;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.WeightFormat;
import org.facerepro.nn.Weights;

/** How large a model becomes, known before it is trained. */
public final class ModelSize {
  private ModelSize() {}

  /**
   * Returns the bytes of a file of weights.
   *
   * @param members recipes of its networks, more than one for an ensemble
   */
  public static long bytes(List<TrainSpec> members, WeightFormat format, Compute compute) {
    Map<String, Tensor> weights = new TreeMap<>();
    for (int i = 0; i < members.size(); i++) {
      String prefix = ModelFacts.prefix(i, members.size());
      weights(members.get(i), compute).forEach((name, blank) -> weights.put(prefix + name, blank));
    }
    return new Safetensors(weights, ModelWriter.METADATA).toBytes(format).length;
  }

  private static Map<String, Tensor> weights(TrainSpec spec, Compute compute) {
    NetSpec network = spec.network();
    Map<String, Tensor> weights = new TreeMap<>();
    try (NDManager memory = compute.newManager()) {
      Weights.load(
          new FaceNet(network),
          memory,
          (name, type, shape) -> {
            weights.put(name, blank(shape.getShape()));
            return blank(shape.getShape());
          });
    }
    if (spec.whitening() != null) {
      weights.put(EmbeddingNet.WHITENING, blank(network.embeddingSize(), network.embeddingSize()));
    }
    return weights;
  }

  private static Tensor blank(long... shape) {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    return Tensor.takeOver(new float[Math.toIntExact(size)], shape);
  }
}
