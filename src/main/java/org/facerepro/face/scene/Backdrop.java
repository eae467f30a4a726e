package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.image.RgbImage;

/**
 * Puts a background behind the picture: a piece of a picture of a folder, or a scene made of a
 * gradient, patches and out-of-focus shapes: rooms, lamps, leaves, lettering, other heads.
 */
public final class Backdrop {
  /** Side of the picture that the scene is drawn in; it is out of focus, so others enlarge it. */
  static final int SIZE = Framing.USUAL_SIZE;

  /** Light of a grey card. */
  private static final float GREY = 0.18f;

  private static final double OTHER_HEAD = 0.15;

  /** Stands for a picture that hides nothing of the scene. */
  private static final float[] OPEN = {};

  private final NoiseBank noise;
  private final BackgroundFolder folder;
  private final float[] linear = new float[256];

  public Backdrop(NoiseBank noise) {
    this(noise, BackgroundFolder.NONE);
  }

  public Backdrop(NoiseBank noise, BackgroundFolder folder) {
    this.noise = noise;
    this.folder = folder;
    for (int i = 0; i < linear.length; i++) {
      double s = i / 255.0;
      linear[i] = (float) (s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4));
    }
  }

  /**
   * Fills what the picture leaves open.
   *
   * @param picture colour times coverage, and coverage, four floats a pixel
   * @param size width and height of the picture
   * @param scratch four floats for each of {@link #SIZE} x {@link #SIZE} pixels; its content is
   *     lost
   */
  public void fill(float[] picture, int size, float[] scratch, Rng rng) {
    if (folder.pictures().isEmpty()) {
      ground(scratch, rng, size == SIZE ? picture : OPEN);
      shapes(scratch, rng);
    } else {
      crop(folder.pictures().get(rng.nextInt(folder.pictures().size())), scratch, rng);
    }
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int at = 4 * (y * size + x);
        float behind = 1 - picture[at + 3];
        if (behind > 0) {
          add(picture, at, behind, scratch, x, y, size);
        }
      }
    }
  }

  /** Fills what the picture leaves open with one grey, the same in all pictures. */
  public static void plain(float[] picture, int size) {
    for (int at = 0; at < 4 * size * size; at += 4) {
      float behind = 1 - picture[at + 3];
      for (int k = 0; k < 3 && behind > 0; k++) {
        picture[at + k] += behind * GREY;
      }
    }
  }

  private static void add(
      float[] picture, int at, float behind, float[] scene, int x, int y, int size) {
    if (size == SIZE) {
      for (int k = 0; k < 3; k++) {
        picture[at + k] += behind * scene[at + k];
      }
      return;
    }
    float unit = (float) SIZE / size;
    float sx = Kernel.clamp((x + 0.5f) * unit - 0.5f, 0, SIZE - 1.001f);
    float sy = Kernel.clamp((y + 0.5f) * unit - 0.5f, 0, SIZE - 1.001f);
    int ix = (int) sx;
    int iy = (int) sy;
    int first = 4 * (iy * SIZE + ix);
    float fx = sx - ix;
    float fy = sy - iy;
    for (int k = 0; k < 3; k++) {
      float above = Kernel.mix(scene[first + k], scene[first + 4 + k], fx);
      int below = first + 4 * SIZE + k;
      picture[at + k] +=
          behind * Kernel.mix(above, Kernel.mix(scene[below], scene[below + 4], fx), fy);
    }
  }

  private void crop(RgbImage source, float[] out, Rng rng) {
    int side = Math.min(source.width(), source.height());
    double span = side * rng.uniform(0.4, 1);
    double x0 = rng.uniform(0, source.width() - span);
    double y0 = rng.uniform(0, source.height() - span);
    boolean mirrored = rng.chance(0.5);
    for (int y = 0; y < SIZE; y++) {
      int sy = (int) (y0 + span * (y + 0.5) / SIZE);
      for (int x = 0; x < SIZE; x++) {
        int sx = (int) (x0 + span * ((mirrored ? SIZE - 1 - x : x) + 0.5) / SIZE);
        for (int k = 0; k < 3; k++) {
          out[4 * (y * SIZE + x) + k] = linear[source.sample(sx, sy, k)];
        }
      }
    }
  }

  /**
   * Fills a scene where a picture of four floats a pixel leaves it to be seen.
   *
   * @param before colour times coverage, and coverage, of each pixel of the scene, or empty
   */
  private void ground(float[] out, Rng rng, float[] before) {
    Rgb top = colour(rng);
    Rgb bottom = rng.chance(0.5) ? top.scaled(rng.uniform(0.5, 1.3)) : colour(rng);
    Rgb patch = colour(rng);
    float patchy = (float) rng.uniform(0, 0.8);
    float grain = (float) rng.uniform(0.3, 1.6);
    float leaves = rng.chance(0.2) ? (float) rng.uniform(0.15, 0.5) : 0;
    int ox = rng.nextInt(256);
    int oy = rng.nextInt(256);
    for (int y = 0; y < SIZE; y++) {
      float t = (float) y / SIZE;
      for (int x = 0; x < SIZE; x++) {
        int at = 4 * (y * SIZE + x);
        if (before.length > 0 && before[at + 3] >= 1) {
          continue;
        }
        int nx = (int) (x * grain) + ox;
        int ny = (int) (y * grain) + oy;
        float w = Kernel.clamp(patchy * Kernel.step(-0.4f, 1.2f, noise.coarse(nx, ny)));
        float f = leaves > 0 ? Math.max(0.1f, 1 + leaves * noise.middle(nx, ny)) : 1;
        out[at] = f * Kernel.mix(Kernel.mix(top.r(), bottom.r(), t), patch.r(), w);
        out[at + 1] = f * Kernel.mix(Kernel.mix(top.g(), bottom.g(), t), patch.g(), w);
        out[at + 2] = f * Kernel.mix(Kernel.mix(top.b(), bottom.b(), t), patch.b(), w);
      }
    }
  }

  private static void shapes(float[] out, Rng rng) {
    double kind = rng.nextDouble();
    if (kind < 0.55) {
      room(out, rng);
    } else if (kind < 0.7) {
      lamps(out, rng);
    } else if (kind < 0.85) {
      lettering(out, rng);
    }
    if (rng.chance(OTHER_HEAD)) {
      otherHead(out, rng);
    }
  }

  private static void room(float[] out, Rng rng) {
    int count = 1 + rng.nextInt(5);
    for (int i = 0; i < count; i++) {
      double upright = rng.chance(0.6) ? rng.uniform(3, 22) : rng.uniform(20, 80);
      double high = upright < 22 ? rng.uniform(30, 90) : rng.uniform(2, 20);
      BlurredShape.box(rng.uniform(0, SIZE), rng.uniform(0, SIZE), upright, high)
          .draw(out, colour(rng), (float) rng.uniform(0.5, 1), (float) rng.uniform(0.5, 5));
    }
  }

  private static void lamps(float[] out, Rng rng) {
    int count = 4 + rng.nextInt(10);
    float soft = (float) rng.uniform(0.7, 3);
    for (int i = 0; i < count; i++) {
      double radius = rng.uniform(2, 9);
      Rgb light = colour(rng).scaled(rng.uniform(2, 8));
      BlurredShape.disc(rng.uniform(0, SIZE), rng.uniform(0, SIZE), radius, radius)
          .draw(out, light, (float) rng.uniform(0.2, 0.8), soft);
    }
  }

  private static void lettering(float[] out, Rng rng) {
    double y = rng.uniform(5, 95);
    double high = rng.uniform(3, 9);
    Rgb ink = colour(rng);
    float soft = (float) rng.uniform(0.5, 1.5);
    double x = rng.uniform(-20, 10);
    while (x < SIZE) {
      double wide = high * rng.uniform(0.15, 0.4);
      BlurredShape.box(x, y + rng.gaussian(0, 0.2 * high), wide, high * rng.uniform(0.4, 1))
          .draw(out, ink, 0.9f, soft);
      x += 2 * wide + high * rng.uniform(0.3, 0.9);
    }
  }

  private static void otherHead(float[] out, Rng rng) {
    double x = rng.chance(0.5) ? rng.uniform(-8, 14) : rng.uniform(SIZE - 14, SIZE + 8);
    double y = rng.uniform(20, 90);
    double size = rng.uniform(12, 30);
    double level = rng.uniform(0.05, 0.5);
    float soft = (float) rng.uniform(1.5, 5);
    double dark = rng.uniform(0.01, 0.15);
    Rgb hair = Rgb.of(dark * 1.2, dark, dark * 0.9);
    BlurredShape.box(x, y + 2.4 * size, 2 * size, 1.3 * size).draw(out, colour(rng), 1, soft);
    BlurredShape.disc(x, y - 0.25 * size, size, 1.2 * size).draw(out, hair, 1, soft);
    BlurredShape.disc(x + rng.gaussian(0, 0.15 * size), y + 0.15 * size, 0.8 * size, size)
        .draw(out, Rgb.of(level, 0.68 * level, 0.5 * level), 1, soft);
  }

  private static Rgb colour(Rng rng) {
    double level = StrictMath.exp(rng.gaussian(-2.2, 1.2));
    double saturation = rng.uniform(0, 0.5);
    return Rgb.of(
        level * StrictMath.exp(saturation * rng.gaussian(0.2, 0.7)),
        level * StrictMath.exp(saturation * rng.gaussian(0, 0.7)),
        level * StrictMath.exp(saturation * rng.gaussian(-0.2, 0.9)));
  }
}
