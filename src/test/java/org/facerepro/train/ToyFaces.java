package org.facerepro.train;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.jspecify.annotations.Nullable;

/** Pictures of coarse random patterns, one per class, under noise; and a training for them. */
final class ToyFaces {
  static final int SIDE = 18;
  private static final int CELL = 6;

  private ToyFaces() {}

  static PackedFaces make(int classes, int perClass, Seed seed) {
    return make(SIDE, classes, perClass, seed);
  }

  static PackedFaces make(int side, int classes, int perClass, Seed seed) {
    byte[][] pictures = new byte[classes * perClass][];
    int[] labels = new int[pictures.length];
    for (int i = 0; i < pictures.length; i++) {
      labels[i] = i % classes;
      pictures[i] = picture(side, seed.child(labels[i]), seed.child("noise").child(i).rng());
    }
    return PackedFaces.takeOver(side, pictures, labels);
  }

  /** Pictures of noise, a class each. */
  static PackedFaces large(int classes, int side) {
    byte[][] pictures = new byte[classes][3 * side * side];
    int[] labels = new int[classes];
    for (int i = 0; i < classes; i++) {
      Rng rng = new Seed(9).child(i).rng();
      labels[i] = i;
      for (int k = 0; k < pictures[i].length; k++) {
        pictures[i][k] = (byte) rng.nextInt(256);
      }
    }
    return PackedFaces.takeOver(side, pictures, labels);
  }

  private static byte[] picture(int side, Seed pattern, Rng noise) {
    byte[] picture = new byte[3 * side * side];
    for (int i = 0; i < picture.length; i++) {
      int x = i / 3 % side / CELL;
      int y = i / 3 / side / CELL;
      double level = pattern.child(9L * (i % 3) + 3L * y + x).rng().uniform(60, 200);
      picture[i] = (byte) Math.round(level + noise.uniform(-40, 40));
    }
    return picture;
  }

  static TrainSpec spec(int epochs, @Nullable Double whitening) {
    ToySpec spec = new ToySpec().epochs(epochs);
    return whitening == null ? spec.make() : spec.whitening(whitening).make();
  }
}
