package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained face network in its quickest form: batch normalisation and whitening folded into the
 * layers before them, no gradients.
 *
 * <p>A picture's features do not depend on the other pictures of its batch as long as batches have
 * equal length. Not thread-safe; close it to free its native memory.
 */
public final class EmbeddingNet implements AutoCloseable {

  /** Optional tensor {@code [d, d]} that multiplies the features. */
  public static final String WHITENING = "whitening";

  private final NetSpec spec;
  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  /**
   * Builds the network.
   *
   * @param weights those of a {@link FaceNet} of the same shape, and {@link #WHITENING} if wanted
   */
  public EmbeddingNet(NetSpec spec, Safetensors weights, Compute compute) {
    this.spec = spec;
    this.manager = compute.newManager();
    Folding folding = new Folding(weights);
    put("stem", folding.convolution("stem"));
    putSlope(weights, "rectifier");
    int number = 1;
    for (NetSpec.Unit unit : spec.units()) {
      String name = "unit" + number++;
      put(name + ".first", folding.convolution(name + ".first"));
      putSlope(weights, name + ".inner");
      put(name + ".second", folding.convolution(name + ".second"));
      putSlope(weights, name + ".outer");
      if (unit.hasProjection()) {
        put(name + ".projection", folding.convolution(name + ".projection"));
      }
    }
    put("linear", folding.linear());
  }

  private void put(String name, Folding.Layer layer) {
    arrays.put(name + ".weight", Weights.array(manager, layer.weight()));
    arrays.put(name + ".bias", Weights.array(manager, layer.bias()));
  }

  private void putSlope(Safetensors weights, String name) {
    if (spec.rectifier() == Rectifier.PRELU) {
      arrays.put(name + ".slope", Weights.array(manager, weights.tensor(name + ".slope")));
    }
  }

  /** Returns the shape of this network. */
  public NetSpec spec() {
    return spec;
  }

  /**
   * Computes features.
   *
   * @param pixels direct buffer of float32 {@code [count, 3, s, s]} in [-1, 1], native byte order
   * @return {@code [count, d]}, row-major, not of unit length
   */
  public float[] features(ByteBuffer pixels, int count) {
    return NativeScope.in(
        () -> forward(Inputs.pictures(manager, pixels, count, spec.inputSize())).toFloatArray());
  }

  private NDArray forward(NDArray pictures) {
    NDArray flow = rectify("rectifier", convolve("stem", pictures, 3, 2));
    int number = 1;
    for (NetSpec.Unit unit : spec.units()) {
      flow = unit("unit" + number++, unit, flow);
    }
    NDArray flat = flow.reshape(flow.getShape().get(0), spec.flattened());
    return Linear.linear(flat, array("linear.weight"), array("linear.bias")).singletonOrThrow();
  }

  private NDArray unit(String name, NetSpec.Unit unit, NDArray input) {
    NDArray first = convolve(name + ".first", input, 3, unit.stride());
    NDArray second = convolve(name + ".second", rectify(name + ".inner", first), 3, 1);
    NDArray shortcut =
        unit.hasProjection() ? convolve(name + ".projection", input, 1, unit.stride()) : input;
    return rectify(name + ".outer", second.addi(shortcut));
  }

  private NDArray convolve(String name, NDArray input, int kernel, int stride) {
    NDList output =
        Conv2d.conv2d(
            input,
            array(name + ".weight"),
            array(name + ".bias"),
            new Shape(stride, stride),
            new Shape(kernel / 2, kernel / 2),
            new Shape(1, 1),
            1);
    return output.singletonOrThrow();
  }

  private NDArray rectify(String name, NDArray x) {
    return spec.rectifier() == Rectifier.PRELU
        ? PRelu.apply(x, array(name + ".slope"))
        : Activation.leakyRelu(x, Rectifier.SLOPE);
  }

  private NDArray array(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalStateException("no array " + name);
    }
    return array;
  }

  @Override
  public void close() {
    manager.close();
  }
}
