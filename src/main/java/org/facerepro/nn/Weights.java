package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.util.Pair;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;

/** Puts weights into networks and takes them out, under names such as {@code unit1.first.conv}. */
public final class Weights {
  private static final String WEIGHT = "weight";

  /** The engine puts a child's number before its name, {@code 03unit1}, up to 99. */
  private static final int COUNTER_LENGTH = 2;

  private Weights() {}

  /** Where the first values of the weights come from. */
  @FunctionalInterface
  public interface Source {
    /** Returns the values of the weight {@code name} of the given kind and shape. */
    Tensor get(String name, Parameter.Type type, Shape shape);

    /** Returns the same, for one that belongs to a layer whose weight has the shape {@code of}. */
    default Tensor get(String name, Parameter.Type type, Shape shape, Shape of) {
      return get(name, type, shape);
    }
  }

  /**
   * Returns a source of fresh weights: normal with variance {@code 2 / fan-in} (He et al. 2015),
   * scales and running variances 1, slopes {@link Rectifier#SLOPE}, all else 0. A weight depends on
   * the seed and its name only.
   */
  public static Source fresh(Seed seed) {
    return fresh(seed, Initial.HE);
  }

  /** Returns a source of fresh weights as the authors of a network begin; see {@link #fresh}. */
  public static Source fresh(Seed seed, NetSpec spec) {
    return fresh(seed, spec.backbone().architecture().initial());
  }

  private static Source fresh(Seed seed, Initial initial) {
    return new Source() {
      @Override
      public Tensor get(String name, Parameter.Type type, Shape shape) {
        return get(name, type, shape, shape);
      }

      @Override
      public Tensor get(String name, Parameter.Type type, Shape shape, Shape of) {
        float[] values = initial.values(type, shape, of, seed.child(name).rng());
        return Tensor.takeOver(values, shape.getShape());
      }
    };
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

  /** Gives a network its weights, in the memory of {@code manager}. */
  public static void load(FaceNet net, NDManager manager, Source source) {
    walk(
        net,
        (prefix, block) -> {
          ParameterList own = block.getDirectParameters();
          for (Parameter parameter : own.values()) {
            String name = join(prefix, parameter.getName());
            Parameter of = own.contains(WEIGHT) ? own.get(WEIGHT) : parameter;
            parameter.setInitializer(
                (memory, shape, type) ->
                    array(memory, source.get(name, parameter.getType(), shape, of.getShape())));
          }
        });
    net.initialize(manager, DataType.FLOAT32, net.inputShape(1));
  }

  /** Returns the parameters by name, sorted. */
  public static Map<String, Parameter> parameters(Block network) {
    Map<String, Parameter> parameters = new TreeMap<>();
    walk(
        network,
        (prefix, block) ->
            block
                .getDirectParameters()
                .forEach(own -> parameters.put(join(prefix, own.getKey()), own.getValue())));
    return parameters;
  }

  /** Visits a block and all blocks within it, with their names. */
  static void walk(Block block, BiConsumer<String, Block> visitor) {
    walk("", block, visitor);
  }

  private static void walk(String name, Block block, BiConsumer<String, Block> visitor) {
    visitor.accept(name, block);
    for (Pair<String, Block> child : block.getChildren()) {
      String plain = child.getKey().substring(COUNTER_LENGTH);
      walk(plain.isEmpty() ? name : join(name, plain), child.getValue(), visitor);
    }
  }

  private static String join(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
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
