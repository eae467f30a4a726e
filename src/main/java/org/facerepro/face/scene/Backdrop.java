package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;

/** Puts a blurred procedural background behind the picture: gradient, patches and boxes. */
public final class Backdrop {
  /** Side of the picture in which the sizes below are meant, pixels. */
  private static final float REFERENCE = 112;

  private final NoiseBank noise;

  public Backdrop(NoiseBank noise) {
    this.noise = noise;
  }

  /** Fills what {@code [size, size, 4]} leaves uncovered; the scene grows with the picture. */
  public void fill(float[] picture, int size, Rng rng) {
    Rgb top = colour(rng);
    Rgb bottom = rng.chance(0.5) ? top.scaled(rng.uniform(0.5, 1.3)) : colour(rng);
    Rgb patch = colour(rng);
    float patchy = (float) rng.uniform(0, 0.7);
    float grain = (float) rng.uniform(0.2, 1.4);
    int ox = rng.nextInt(256);
    int oy = rng.nextInt(256);
    float boxX = (float) rng.uniform(-60, 112);
    float boxWidth = (float) rng.uniform(10, 70);
    float box = rng.chance(0.4) ? (float) rng.uniform(0.3, 0.9) : 0;
    float unit = REFERENCE / size;
    for (int y = 0; y < size; y++) {
      float t = (float) y / size;
      int ny = (int) (y * unit * grain) + oy;
      for (int x = 0; x < size; x++) {
        int at = 4 * (y * size + x);
        float behind = 1 - picture[at + 3];
        if (behind > 0) {
          float px = x * unit;
          float n = noise.coarse((int) (px * grain) + ox, ny);
          float inBox =
              box
                  * Kernel.step(boxX - 2, boxX + 2, px)
                  * Kernel.step(boxX + boxWidth, boxX + boxWidth - 4, px);
          float w = Kernel.clamp(Math.max(inBox, patchy * Kernel.step(-0.4f, 1.2f, n)));
          picture[at] += behind * Kernel.mix(Kernel.mix(top.r(), bottom.r(), t), patch.r(), w);
          picture[at + 1] += behind * Kernel.mix(Kernel.mix(top.g(), bottom.g(), t), patch.g(), w);
          picture[at + 2] += behind * Kernel.mix(Kernel.mix(top.b(), bottom.b(), t), patch.b(), w);
        }
      }
    }
  }

  private static Rgb colour(Rng rng) {
    double level = StrictMath.exp(rng.gaussian(-2.1, 0.95));
    double saturation = rng.uniform(0, 0.55);
    return Rgb.of(
        level * StrictMath.exp(saturation * rng.gaussian(0.15, 0.7)),
        level * StrictMath.exp(saturation * rng.gaussian(0, 0.7)),
        level * StrictMath.exp(saturation * rng.gaussian(-0.1, 0.9)));
  }
}
