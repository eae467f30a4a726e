package org.facerepro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;

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

  private final NDManager manager;
  private final FaceNet net;

  /**
   * Builds the network.
   *
   * @param weights those of a {@link FaceNet} of the same shape, and {@link #WHITENING} if wanted
   */
  public EmbeddingNet(NetSpec spec, Safetensors weights, Compute compute) {
    this(spec, weights, "", compute);
  }

  /**
   * Builds the network from weights among others.
   *
   * @param prefix what the names of its weights begin with
   */
  public EmbeddingNet(NetSpec spec, Safetensors weights, String prefix, Compute compute) {
    manager = compute.newManager();
    net = new FaceNet(spec);
    Weights.parameters(net).values().forEach(parameter -> parameter.freeze(true));
    Weights.load(net, manager, Weights.stored(weights, prefix));
    net.fold(manager, weights.tensors().get(prefix + WHITENING));
  }

  /** Returns the shape of this network. */
  public NetSpec spec() {
    return net.spec();
  }

  /**
   * Computes features.
   *
   * @param pixels direct buffer of float32 {@code [count, 3, s, s]} in [-1, 1], native byte order
   * @return {@code [count, d]}, row-major, not of unit length
   */
  public float[] features(ByteBuffer pixels, int count) {
    return NativeScope.in(
        () -> {
          NDArray pictures = Inputs.pictures(manager, pixels, count, spec().inputSize());
          ParameterStore store = new ParameterStore(manager, false);
          return net.forward(store, new NDList(pictures), false).singletonOrThrow().toFloatArray();
        });
  }

  @Override
  public void close() {
    manager.close();
  }
}
