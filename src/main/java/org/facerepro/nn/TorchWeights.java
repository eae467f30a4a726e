package org.facerepro.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.EnumNames;

/**
 * Weights under the names and shapes that PyTorch gives them, so that they go from here to the
 * original code of a network and back.
 *
 * <p>The layers of the field's networks bear their original names here too, see {@link Backbone};
 * what differs is the last part of a name, by {@link #torchName}, and a rectifier's slopes, which
 * are {@code [1, c, 1, 1]} here and {@code [c]} there.
 */
public final class TorchWeights {
  private static final String SLOPE = "slope";
  private static final String COUNTER = ".num_batches_tracked";
  private static final String PARALLEL = "module.";

  /** The last part of a name here and in PyTorch; others are equal. */
  private static final Map<String, String> LAST_PARTS =
      Map.of(
          "gamma",
          "weight",
          "beta",
          "bias",
          "runningMean",
          "running_mean",
          "runningVar",
          "running_var",
          SLOPE,
          "weight");

  private TorchWeights() {}

  /** Returns PyTorch's name for a weight of a {@link FaceNet}. */
  public static String torchName(String name) {
    int dot = name.lastIndexOf('.') + 1;
    String last = name.substring(dot);
    return name.substring(0, dot) + LAST_PARTS.getOrDefault(last, last);
  }

  /**
   * Returns weights of a {@link FaceNet} as PyTorch has them. {@link EmbeddingNet#WHITENING}, which
   * the original networks have no place for, keeps its name.
   */
  public static Safetensors exported(Safetensors weights) {
    Map<String, Tensor> tensors = new TreeMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) ->
                tensors.put(
                    torchName(name),
                    name.endsWith("." + SLOPE)
                        ? Tensor.takeOver(tensor.toArray(), tensor.size())
                        : tensor));
    return new Safetensors(tensors, weights.metadata());
  }

  /**
   * Returns weights from PyTorch as a {@link FaceNet} has them.
   *
   * @param weights every weight of the network, and counters of batches, which are left out; all
   *     names may begin with {@code module.}, as the data-parallel wrapper writes them
   * @param origin what to name in an error
   * @throws CorruptDataException if a tensor is missing, has another shape, or is one too many; it
   *     names the first, in the order of the network
   */
  public static Safetensors imported(
      Safetensors weights, NetSpec spec, String origin, Compute compute) {
    Given given = new Given(plain(weights.tensors()), EnumNames.of(spec.backbone()), origin);
    Map<String, Tensor> ours = new TreeMap<>();
    try (NDManager manager = compute.newManager()) {
      Weights.Source source =
          (name, type, shape) -> {
            boolean isSlope = name.endsWith("." + SLOPE);
            long[] theirs = isSlope ? new long[] {shape.size()} : shape.getShape();
            Tensor tensor = given.take(torchName(name), theirs);
            ours.put(name, reshaped(tensor, shape));
            return ours.get(name);
          };
      Weights.load(new FaceNet(spec), manager, source);
    }
    given.requireAllTaken();
    return new Safetensors(ours, weights.metadata());
  }

  private static Tensor reshaped(Tensor tensor, Shape shape) {
    return Arrays.equals(tensor.shape(), shape.getShape())
        ? tensor
        : Tensor.takeOver(tensor.toArray(), shape.getShape());
  }

  private static Map<String, Tensor> plain(Map<String, Tensor> tensors) {
    boolean isParallel = tensors.keySet().stream().allMatch(name -> name.startsWith(PARALLEL));
    Map<String, Tensor> plain = new TreeMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (!name.endsWith(COUNTER)) {
            plain.put(isParallel ? name.substring(PARALLEL.length()) : name, tensor);
          }
        });
    return plain;
  }

  /** Tensors of a file that wait to be asked for. */
  private record Given(
      Map<String, Tensor> tensors, Map<String, Tensor> left, String network, String origin) {

    Given(Map<String, Tensor> tensors, String network, String origin) {
      this(tensors, new TreeMap<>(tensors), network, origin);
    }

    Tensor take(String name, long[] shape) {
      Tensor tensor = tensors.get(name);
      if (tensor == null) {
        throw new CorruptDataException(
            "%s has no tensor '%s' %s, which %s needs; it has %d tensors%s"
                .formatted(origin, name, Arrays.toString(shape), network, tensors.size(), first()));
      }
      if (!Arrays.equals(tensor.shape(), shape)) {
        throw new CorruptDataException(
            "%s: tensor '%s' is %s, %s needs %s; the weights belong to another network, or to"
                    .formatted(
                        origin,
                        name,
                        Arrays.toString(tensor.shape()),
                        network,
                        Arrays.toString(shape))
                + " another input or embedding size");
      }
      left.remove(name);
      return tensor;
    }

    private String first() {
      return tensors.isEmpty() ? "" : ", the first '" + tensors.keySet().iterator().next() + "'";
    }

    void requireAllTaken() {
      if (!left.isEmpty()) {
        Map.Entry<String, Tensor> extra = left.entrySet().iterator().next();
        throw new CorruptDataException(
            "%s holds %d tensors that %s has no place for, the first '%s' %s; remove them if they"
                    .formatted(
                        origin,
                        left.size(),
                        network,
                        extra.getKey(),
                        Arrays.toString(extra.getValue().shape()))
                + " belong to a classifier");
      }
    }
  }
}
