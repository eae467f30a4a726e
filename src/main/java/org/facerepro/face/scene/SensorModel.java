package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.image.RgbImage;

/** Turns linear light into 8-bit sRGB the way a camera does: gain, blur, curve and noise. */
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
    float contrast = exposure.contrast;
    float offset = 118 - 118 * contrast + 0.5f;
    float grain = exposure.noise / 418;
    for (int i = 0; i < size * size; i++) {
      long bits = rng.nextLong();
      float r = encode(picture[4 * i] * red) * contrast + grain * triangular(bits);
      float g = encode(picture[4 * i + 1] * green) * contrast + grain * triangular(bits >>> 21);
      float b = encode(picture[4 * i + 2] * blue) * contrast + grain * triangular(bits >>> 42);
      out[3 * i] = (byte) Kernel.clamp(r + offset, 0, 255);
      out[3 * i + 1] = (byte) Kernel.clamp(g + offset, 0, 255);
      out[3 * i + 2] = (byte) Kernel.clamp(b + offset, 0, 255);
    }
    return RgbImage.takeOver(size, size, out);
  }

  /** Returns noise of standard deviation 418 from the low 20 bits. */
  private static int triangular(long bits) {
    return (int) (bits & 1023) + (int) (bits >>> 10 & 1023) - 1023;
  }

  /** Returns the grey level of a linear value in steps of the curve. */
  private float encode(float position) {
    if (!(position < STEPS)) {
      return curve[STEPS];
    }
    int i = (int) position;
    return Kernel.mix(curve[i], curve[i + 1], position - i);
  }

  private static void blur(float[] picture, float[] scratch, int size, float strength) {
    float side = strength * 0.25f;
    pass(picture, scratch, side, 4, size);
    pass(scratch, picture, side, 4 * size, size);
  }

  private static void pass(float[] from, float[] to, float side, int stride, int length) {
    int along = stride == 4 ? 4 * length : 4;
    for (int line = 0; line < length; line++) {
      for (int i = 0; i < length; i++) {
        int at = line * along + i * stride;
        int before = i > 0 ? at - stride : at;
        int after = i + 1 < length ? at + stride : at;
        float middle = 1 - 2 * side;
        to[at] = middle * from[at] + side * (from[before] + from[after]);
        to[at + 1] = middle * from[at + 1] + side * (from[before + 1] + from[after + 1]);
        to[at + 2] = middle * from[at + 2] + side * (from[before + 2] + from[after + 2]);
      }
    }
  }
}
