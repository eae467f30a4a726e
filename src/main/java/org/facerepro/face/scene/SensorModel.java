package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.image.RgbImage;

/** Turns linear light into 8-bit sRGB the way a camera does: motion, blur, gain, curve, noise. */
public final class SensorModel {
  private static final int STEPS = 4096;
  private static final float RANGE = 1.6f;
  private static final float PER_UNIT = STEPS / RANGE;

  private final float[] curve = new float[STEPS + 1];

  public SensorModel() {
    for (int i = 0; i <= STEPS; i++) {
      double linear = (double) i / STEPS * RANGE;
      double soft = linear < 0.6 ? linear : 0.6 + 0.4 * (1 - StrictMath.exp((0.6 - linear) / 0.4));
      double s = soft <= 0.0031308 ? 12.92 * soft : 1.055 * StrictMath.pow(soft, 1 / 2.4) - 0.055;
      curve[i] = (float) (255 * s);
    }
  }

  /**
   * Settings of one exposure.
   *
   * @param gain factor of each channel
   * @param motion what moved while the shutter was open
   * @param blur weight of the neighbours, 0 to 2
   * @param noise standard deviation, grey levels
   * @param contrast factor about the middle grey
   */
  public record Exposure(Rgb gain, MotionBlur motion, float blur, float noise, float contrast) {

    /** Draws the settings by the controls of the sensor. */
    public static Exposure draw(Draws draws, double gain) {
      double balance = draws.value(FaceControl.SENSOR_BALANCE);
      double tint = draws.value(FaceControl.SENSOR_TINT);
      return new Exposure(
          Rgb.of(
              gain * StrictMath.exp(balance),
              gain * StrictMath.exp(tint),
              gain * StrictMath.exp(-balance)),
          MotionBlur.draw(draws),
          (float) draws.value(FaceControl.SENSOR_BLUR),
          (float) draws.value(FaceControl.SENSOR_NOISE),
          (float) draws.value(FaceControl.SENSOR_CONTRAST));
    }
  }

  /**
   * Exposes a square linear picture.
   *
   * @param picture four numbers a pixel, of which the first three count {@code [size, size, 4]}
   * @param scratch as long as the picture; its content is lost
   */
  public RgbImage expose(float[] picture, float[] scratch, int size, Exposure exposure, Rng rng) {
    float[] moved = exposure.motion.isNone() ? picture : exposure.motion.apply(picture, size);
    float[] seen = moved;
    if (exposure.blur > 0.05f) {
      blur(moved, scratch, size, exposure.blur);
      seen = scratch;
    }
    byte[] out = new byte[size * size * RgbImage.CHANNELS];
    float red = exposure.gain.r() * PER_UNIT;
    float green = exposure.gain.g() * PER_UNIT;
    float blue = exposure.gain.b() * PER_UNIT;
    float grain = exposure.noise / 418;
    float[] tones = tones(exposure.contrast);
    for (int i = 0; i < size * size; i++) {
      long bits = rng.nextLong();
      out[3 * i] = level(tones, seen[4 * i] * red, grain * triangular(bits));
      out[3 * i + 1] = level(tones, seen[4 * i + 1] * green, grain * triangular(bits >>> 21));
      out[3 * i + 2] = level(tones, seen[4 * i + 2] * blue, grain * triangular(bits >>> 42));
    }
    return RgbImage.takeOver(size, size, out);
  }

  /** Returns the curve with more or less contrast, half a level up, its end twice. */
  private float[] tones(float contrast) {
    float offset = 118 - 118 * contrast + 0.5f;
    float[] tones = new float[STEPS + 2];
    for (int i = 0; i <= STEPS; i++) {
      tones[i] = curve[i] * contrast + offset;
    }
    tones[STEPS + 1] = tones[STEPS];
    return tones;
  }

  /** Returns noise of standard deviation 418 from the low 20 bits. */
  private static int triangular(long bits) {
    return (int) (bits & 1023) + (int) (bits >>> 10 & 1023) - 1023;
  }

  /** Returns the grey level of a linear value in steps of the curve. */
  private static byte level(float[] tones, float position, float noise) {
    float on = position < STEPS ? position : STEPS;
    int i = (int) on;
    int level = (int) (Kernel.mix(tones[i], tones[i + 1], on - i) + noise);
    return (byte) Math.max(0, Math.min(level, 255));
  }

  /** Mixes every value with those beside it, then with those above and below. */
  private static void blur(float[] picture, float[] out, int size, float strength) {
    float side = strength * 0.25f;
    int row = 4 * size;
    float[] before = new float[row];
    float[] here = new float[row];
    float[] after = new float[row];
    float[] mixed = new float[row];
    for (int at = 0; at < picture.length; at += row) {
      System.arraycopy(picture, at, here, 0, row);
      System.arraycopy(here, 0, before, 0, 4);
      System.arraycopy(here, 0, before, 4, row - 4);
      System.arraycopy(here, 4, after, 0, row - 4);
      System.arraycopy(here, row - 4, after, row - 4, 4);
      mix(before, here, after, side, mixed);
      System.arraycopy(mixed, 0, out, at, row);
    }
    System.arraycopy(out, 0, before, 0, row);
    for (int at = 0; at < picture.length; at += row) {
      System.arraycopy(out, at, here, 0, row);
      System.arraycopy(out, Math.min(at + row, picture.length - row), after, 0, row);
      mix(before, here, after, side, mixed);
      System.arraycopy(mixed, 0, out, at, row);
      float[] above = here;
      here = before;
      before = above;
    }
  }

  /** One plain loop over equal places of whole arrays: the compiler uses vectors only so. */
  private static void mix(float[] before, float[] here, float[] after, float side, float[] out) {
    float middle = 1 - 2 * side;
    for (int i = 0; i < out.length; i++) {
      out[i] = middle * here[i] + side * (before[i] + after[i]);
    }
  }
}
