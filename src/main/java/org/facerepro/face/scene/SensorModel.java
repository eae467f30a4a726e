package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.image.RgbImage;

/** Turns linear light into 8-bit sRGB the way a camera does: gain, blur, curve and noise. */
public final class SensorModel {
  private static final int STEPS = 1 << 14;

  /** Steps of the curve to a grey level, and of contrast and grain to one. */
  private static final int FINE = 128;

  private static final int GREY = 20;
  private static final int WHOLE = 1 << GREY;
  private static final float RANGE = 1.6f;
  private static final float PER_UNIT = STEPS / RANGE;

  private final short[] curve = new short[STEPS + 1];

  public SensorModel() {
    for (int i = 0; i <= STEPS; i++) {
      double linear = (double) i / STEPS * RANGE;
      double soft = linear < 0.6 ? linear : 0.6 + 0.4 * (1 - StrictMath.exp((0.6 - linear) / 0.4));
      double s = soft <= 0.0031308 ? 12.92 * soft : 1.055 * StrictMath.pow(soft, 1 / 2.4) - 0.055;
      curve[i] = (short) (255 * FINE * s + 0.5);
    }
  }

  /** Settings of one exposure: channel gains, blur (0 to 1), noise (grey levels), contrast. */
  public record Exposure(Rgb gain, float blur, float noise, float contrast) {

    static Exposure draw(Draws draws, double gain) {
      double balance = draws.value(FaceControl.SENSOR_BALANCE);
      double tint = draws.value(FaceControl.SENSOR_TINT);
      return new Exposure(
          Rgb.of(
              gain * StrictMath.exp(balance),
              gain * StrictMath.exp(tint),
              gain * StrictMath.exp(-balance)),
          (float) draws.value(FaceControl.SENSOR_BLUR),
          (float) draws.value(FaceControl.SENSOR_NOISE),
          (float) draws.value(FaceControl.SENSOR_CONTRAST));
    }
  }

  /** Exposes a square linear picture, {@code [size, size, 4]}; both arrays are overwritten. */
  public RgbImage expose(float[] picture, float[] scratch, int size, Exposure exposure, Rng rng) {
    if (exposure.blur > 0.05f) {
      blur(picture, scratch, size, exposure.blur);
    }
    byte[] out = new byte[size * size * RgbImage.CHANNELS];
    float red = exposure.gain.r() * PER_UNIT;
    float green = exposure.gain.g() * PER_UNIT;
    float blue = exposure.gain.b() * PER_UNIT;
    int contrast = Math.round(exposure.contrast * WHOLE / FINE);
    int offset = Math.round((118 - 118 * exposure.contrast + 0.5f) * WHOLE);
    int grain = Math.round(exposure.noise / 418 * WHOLE);
    for (int i = 0; i < size * size; i++) {
      long bits = rng.nextLong();
      int r = encode(picture[4 * i] * red) * contrast + grain * triangular(bits);
      int g = encode(picture[4 * i + 1] * green) * contrast + grain * triangular(bits >>> 21);
      int b = encode(picture[4 * i + 2] * blue) * contrast + grain * triangular(bits >>> 42);
      out[3 * i] = level(r + offset);
      out[3 * i + 1] = level(g + offset);
      out[3 * i + 2] = level(b + offset);
    }
    return RgbImage.takeOver(size, size, out);
  }

  private static byte level(int value) {
    return (byte) Math.max(0, Math.min(255, value >> GREY));
  }

  /** Returns noise of standard deviation 418 from the low 20 bits. */
  private static int triangular(long bits) {
    return (int) (bits & 1023) + (int) (bits >>> 10 & 1023) - 1023;
  }

  /** Returns the fine grey level of a linear value in steps of the curve. */
  private int encode(float position) {
    return curve[Math.max(0, Math.min(STEPS, (int) (position + 0.5f)))];
  }

  private static void blur(float[] picture, float[] scratch, int size, float strength) {
    float side = strength * 0.25f;
    int line = 4 * size;
    for (int y = 0; y < size; y++) {
      int first = y * line;
      int last = first + line - 4;
      pass(picture, scratch, side, first, first, first + 4, 4);
      inner(picture, scratch, side, 4, first + 4, last);
      pass(picture, scratch, side, last, last - 4, last, 4);
    }
    int last = (size - 1) * line;
    pass(scratch, picture, side, 0, 0, line, line);
    inner(scratch, picture, side, line, line, last);
    pass(scratch, picture, side, last, last - line, last, line);
  }

  private static void inner(float[] from, float[] to, float side, int step, int first, int end) {
    float middle = 1 - 2 * side;
    for (int i = first; i < end; i++) {
      to[i] = middle * from[i] + side * (from[i - step] + from[i + step]);
    }
  }

  private static void pass(
      float[] from, float[] to, float side, int at, int before, int after, int count) {
    float middle = 1 - 2 * side;
    for (int i = 0; i < count; i++) {
      to[at + i] = middle * from[at + i] + side * (from[before + i] + from[after + i]);
    }
  }
}
