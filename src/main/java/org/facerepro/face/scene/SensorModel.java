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
    float[] gain = {exposure.gain.r(), exposure.gain.g(), exposure.gain.b()};
    for (int i = 0; i < size * size; i++) {
      long bits = rng.nextLong();
      for (int k = 0; k < 3; k++) {
        float grain = exposure.noise * triangular(bits >>> (21 * k));
        float level = encode(picture[4 * i + k] * gain[k]);
        float value = 118 + (level - 118) * exposure.contrast + grain;
        out[3 * i + k] = (byte) Kernel.clamp(value + 0.5f, 0, 255);
      }
    }
    return RgbImage.takeOver(size, size, out);
  }

  /** Returns noise of standard deviation 1 from the low 20 bits. */
  private static float triangular(long bits) {
    return ((bits & 1023) + ((bits >>> 10) & 1023) - 1023) * (1 / 418f);
  }

  private float encode(float linear) {
    float position = Kernel.clamp(linear, 0, RANGE) * (STEPS / RANGE);
    int i = Math.min(STEPS - 1, (int) position);
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
        for (int k = 0; k < 3; k++) {
          to[at + k] = (1 - 2 * side) * from[at + k] + side * (from[before + k] + from[after + k]);
        }
      }
    }
  }
}
