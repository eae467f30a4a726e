package org.facerepro.image;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/** Small pictures for tests. */
final class Pictures {
  private Pictures() {}

  /** One sample of a made-up picture. */
  @FunctionalInterface
  interface Shade {
    int at(int x, int y, int channel);
  }

  static RgbImage of(int width, int height, Shade shade) {
    byte[] samples = new byte[RgbImage.CHANNELS * width * height];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / RgbImage.CHANNELS;
      samples[i] = (byte) shade.at(pixel % width, pixel / width, i % RgbImage.CHANNELS);
    }
    return RgbImage.takeOver(width, height, samples);
  }

  /** A smooth picture whose channels differ. */
  static RgbImage smooth(int width, int height) {
    return of(width, height, (x, y, c) -> 30 + 2 * x + y + 20 * c);
  }

  /** A picture without any order, the same each time. */
  static RgbImage noisy(int width, int height) {
    Rng rng = new Seed(1).rng();
    return of(width, height, (x, y, c) -> rng.nextInt(256));
  }
}
