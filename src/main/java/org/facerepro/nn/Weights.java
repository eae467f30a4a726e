package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/** Puts weights into networks and takes them out, under names such as {@code unit1.first.conv}. */
public final class Weights {
  private Weights() {}

  /** Where the first values of the weights come from. */
  @FunctionalInterface
  public interface Source {
    /** Returns the values of the weight {@code name} of the given kind and shape. */
    Tensor get(String name, Parameter.Type type, Shape shape);
  }

  /**
   * Returns a source of fresh weights: normal with variance {@code 2 / fan-in} (He et al. 2015),
   * scales and running variances 1, slopes {@link Rectifier#SLOPE}, all else 0. A weight depends on
   * the seed and its name only.
   */
  public static Source fresh(Seed seed) {
    return (name, type, shape) -> {
      float[] values = new float[Math.toIntExact(shape.size())];
      switch (type) {
        case WEIGHT -> fillNormal(values, seed.child(name).rng(), shape);
        case GAMMA, RUNNING_VAR -> Arrays.fill(values, 1);
        case OTHER -> Arrays.fill(values, Rectifier.SLOPE);
        default -> Arrays.fill(values, 0);
      }
      return Tensor.takeOver(values, shape.getShape());
    };
  }

  private static void fillNormal(float[] values, Rng rng, Shape shape) {
    double fanIn = (double) shape.size() / shape.get(0);
    double deviation = StrictMath.sqrt(2 / fanIn);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.gaussian(0, deviation);
    }
  }

  /** Returns a source of the tensors named {@code prefix + name}. */
  public static Source stored(Safetensors tensors, String prefix) {
    return (name, type, shape) -> {
      Tensor tensor = tensors.tensor(prefix + name);
      if (!Arrays.equals(tensor.shape(), shape.getShape())) {
        throw new CorruptDataException(
            "weight '%s' is %s, the network needs %s: they belong to another network"
                .formatted(prefix + name, tensor, shape));
      }
      return tensor;
    };
  }

  /** Gives a network built from {@code spec} its weights, in the memory of {@code manager}. */
  public static void load(FaceNet net, NDManager manager, Source source) {
    NetSpec spec = net.spec();
    parameters(net)
        .forEach(
            (name, parameter) ->
                parameter.setInitializer(
                    (memory, shape, type) ->
                        array(memory, source.get(name, parameter.getType(), shape))));
    net.initialize(manager, DataType.FLOAT32, new Shape(1, 3, spec.inputSize(), spec.inputSize()));
  }

  /** Returns the parameters by name, sorted. */
  public static Map<String, Parameter> parameters(Block block) {
    Map<String, Parameter> parameters = new TreeMap<>();
    for (Pair<String, Parameter> pair : block.getParameters()) {
      parameters.put(plainName(pair.getKey()), pair.getValue());
    }
    return parameters;
  }

  /** The engine writes {@code 03unit1_01first_01conv_weight}. */
  private static String plainName(String name) {
    return name.replaceAll("(^|_)\\d\\d", "$1").replace('_', '.');
  }

  /** Copies an array into the memory of {@code manager}. */
  public static NDArray array(NDManager manager, Tensor tensor) {
    return manager.create(tensor.buffer(), new Shape(tensor.shape()), DataType.FLOAT32);
  }

  /** Copies an array out of the engine. */
  public static Tensor tensor(NDArray array) {
    return Tensor.takeOver(array.toFloatArray(), array.getShape().getShape());
  }
}
