package org.facerepro.nn;

import static org.facerepro.nn.Inception.Pooling.MAX;
import static org.facerepro.nn.Inception.Pooling.ROOT;

import java.util.ArrayList;
import java.util.List;

/**
 * FaceNet's NN4 (Schroff et al. 2015) as OpenFace builds it with Torch 7, without the final
 * division by the length. A weight is named by the number of its layer there, and within a unit as
 * the PyTorch translations name it. At another input size than 96 the mean is over more pixels.
 *
 * @param padded see {@link Inception#block}
 * @param units the units in their order
 * @param numbers of the units' layers, and of the linear layer
 */
record Nn4(boolean padded, List<Inception> units, List<Integer> numbers) implements Architecture {
  private static final Inception I3A = new Inception(96, 128, 16, 32, MAX, 32, 64, 1);
  private static final Inception I3B = new Inception(96, 128, 32, 64, ROOT, 64, 64, 1);
  private static final Inception I3C = new Inception(128, 256, 32, 64, MAX, 0, 0, 2);
  private static final Inception I4A = new Inception(96, 192, 32, 64, ROOT, 128, 256, 1);
  private static final Inception I4B = new Inception(112, 224, 32, 64, ROOT, 128, 224, 1);
  private static final Inception I4C = new Inception(128, 256, 32, 64, ROOT, 128, 192, 1);
  private static final Inception I4D = new Inception(144, 288, 32, 64, ROOT, 128, 160, 1);
  private static final Inception I4E = new Inception(160, 256, 64, 128, MAX, 0, 0, 2);
  private static final Inception I5A = new Inception(192, 384, 0, 0, ROOT, 128, 384, 1);
  private static final Inception I5B = new Inception(192, 384, 0, 0, MAX, 128, 384, 1);
  private static final Inception SMALL_5A = new Inception(96, 384, 0, 0, ROOT, 96, 256, 1);
  private static final Inception SMALL_5B = new Inception(96, 384, 0, 0, MAX, 96, 256, 1);

  static Nn4 full() {
    return new Nn4(
        false,
        List.of(I3A, I3B, I3C, I4A, I4B, I4C, I4D, I4E, I5A, I5B),
        List.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 26));
  }

  /** Without 4c and 4d, and with pooling that keeps the size. */
  static Nn4 small1() {
    return new Nn4(
        true,
        List.of(I3A, I3B, I3C, I4A, I4B, I4E, I5A, I5B),
        List.of(14, 15, 16, 17, 18, 19, 20, 21, 24));
  }

  /** Without 4b, 4c and 4d, and with a narrower end. */
  static Nn4 small2() {
    return new Nn4(
        false,
        List.of(I3A, I3B, I3C, I4A, I4E, SMALL_5A, SMALL_5B),
        List.of(14, 15, 16, 17, 18, 19, 21, 25));
  }

  @Override
  public InputSides sides() {
    return new InputSides(32, 96);
  }

  @Override
  public Initial initial() {
    return Initial.TORCH7;
  }

  @Override
  public List<Named> layers(NetSpec spec) {
    List<Named> layers = new ArrayList<>(stem());
    for (int i = 0; i < units.size(); i++) {
      layers.add(new Named("layer" + numbers.get(i), units.get(i).block(padded)));
    }
    layers.add(new Named("mean", Op.mean()));
    String last = "layer" + numbers.get(units.size());
    layers.add(new Named("", new FeatureLayer(last, spec.embeddingSize())));
    return layers;
  }

  private static List<Named> stem() {
    return List.of(
        normalised(Conv.of(64, 7, 2), 1),
        new Named("layer3", Op.relu()),
        new Named("layer4", Op.maxPool(3, 2, 1)),
        new Named("layer5", Op.responseNorm(5, 1e-4, 0.75)),
        normalised(Conv.of(64, 1, 1), 6),
        new Named("layer8", Op.relu()),
        normalised(Conv.of(192, 3, 1), 9),
        new Named("layer11", Op.relu()),
        new Named("layer12", Op.responseNorm(5, 1e-4, 0.75)),
        new Named("layer13", Op.maxPool(3, 2, 1)));
  }

  private static Named normalised(Conv conv, int number) {
    return new Named("", new ConvNorm(conv.withBias(), "layer" + number, "layer" + (number + 1)));
  }
}
