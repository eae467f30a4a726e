package org.facerepro.train;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facerepro.core.SpecException;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;

/** Weights of a trained network that another training starts from. */
final class InitialWeights {
  private InitialWeights() {}

  /**
   * Requires weights to be those of a network of the shape to be trained; the whitening of a model
   * does not count.
   *
   * @param needed lengths of the axes by weight
   * @throws SpecException naming the first tensor, by name, that differs
   */
  static void requireFit(Safetensors weights, Map<String, long[]> needed) {
    Map<String, Tensor> found = new TreeMap<>(weights.tensors());
    found.remove(EmbeddingNet.WHITENING);
    Set<String> names = new TreeSet<>(needed.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      String here = shape(Optional.ofNullable(found.get(name)).map(Tensor::shape));
      String there = shape(Optional.ofNullable(needed.get(name)));
      if (!here.equals(there)) {
        throw new SpecException(
            ("the weights to start from belong to another network: tensor '%s' is %s there and %s"
                    + " in the network to be trained")
                .formatted(name, here, there));
      }
    }
  }

  private static String shape(Optional<long[]> lengths) {
    return lengths.map(Arrays::toString).orElse("absent");
  }
}
