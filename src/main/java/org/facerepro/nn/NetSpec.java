package org.facerepro.nn;

import org.facerepro.core.EnumNames;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a face network.
 *
 * @param rectifier for the small networks {@code ir-…} alone; the others bring their own
 * @param inputSize side of the square input in pixels
 * @param embeddingSize length of the embedding
 * @param dropout share of the values before the last layer that a training step leaves out, for the
 *     networks that have a place for it; absent for none
 */
public record NetSpec(
    Backbone backbone,
    @Nullable Rectifier rectifier,
    int inputSize,
    int embeddingSize,
    @Nullable Double dropout) {

  public NetSpec {
    String name = EnumNames.of(backbone);
    Architecture architecture = backbone.architecture();
    InputSides sides = architecture.sides();
    Require.that(sides.fit(inputSize), "inputSize", sides + " for " + name, inputSize);
    Require.between("embeddingSize", embeddingSize, 2, 1024);
    boolean chooses = architecture.choosesRectifier();
    Require.that(
        chooses == (rectifier != null),
        "rectifier",
        chooses
            ? "one of " + EnumNames.all(Rectifier.class)
            : "no key, as " + name + " has its own",
        rectifier == null ? "none" : EnumNames.of(rectifier));
    if (dropout != null) {
      Require.that(
          architecture.hasDropout(), "dropout", "no key, as " + name + " has no place", dropout);
      Require.between("dropout", dropout, 0, 0.9);
    }
  }

  /** A network without dropout. */
  public NetSpec(
      Backbone backbone, @Nullable Rectifier rectifier, int inputSize, int embeddingSize) {
    this(backbone, rectifier, inputSize, embeddingSize, null);
  }

  float dropoutRate() {
    return dropout == null ? 0 : dropout.floatValue();
  }
}
