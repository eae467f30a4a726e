package org.facerepro.face.truth;

import org.facerepro.core.Require;

/**
 * Measures in 16 bits: {@code value = offset + scale · sample} for samples of 1 to 65,535; 0 marks
 * pixels where nothing is seen. Off by at most half of {@code scale}.
 *
 * @param offset value of sample 0, were it one
 * @param scale value per step, positive
 */
public record SampleCode(double offset, double scale) {
  /** Sample of a pixel where nothing is seen. */
  public static final int NOTHING = 0;

  /** Places in head space: −256 to 256 mm in steps of 1/128 mm. */
  public static final SampleCode PLACE = new SampleCode(-256, 1.0 / 128);

  /** Illumination: 0 to 4, linear. */
  public static final SampleCode LIGHT = new SampleCode(0, 1.0 / 16384);

  /** Albedo: 0 to 1, linear. */
  public static final SampleCode ALBEDO = new SampleCode(0, 1.0 / 65535);

  private static final int MAXIMUM = 0xffff;
  private static final double FINEST_DEPTH = 1.0 / 16;

  public SampleCode {
    Require.between("offset", offset, -1e9, 1e9);
    Require.that(scale > 0 && scale < 1e6, "scale", "a positive number below 1e6", scale);
  }

  /**
   * Returns the code of a depth map: offset 0 and the finest of 1/16 mm, 1/8 mm, … that reaches its
   * largest depth. 1/16 mm reaches 4.09 m, so that pictures of one law of distances mostly share a
   * code.
   */
  public static SampleCode ofDepth(FloatMap depth) {
    float largest = 0;
    for (float value : depth.values()) {
      largest = Math.max(largest, value);
    }
    double scale = FINEST_DEPTH;
    while (largest > scale * MAXIMUM) {
      scale *= 2;
    }
    return new SampleCode(0, scale);
  }

  /** Returns the sample of a value; what lies outside the reach becomes the nearest in it. */
  public int encode(double value) {
    return (int) Math.max(1, Math.min(MAXIMUM, Math.round((value - offset) / scale)));
  }

  /** Returns the value of a sample; 0 where nothing is seen. */
  public double decode(int sample) {
    return sample == NOTHING ? 0 : offset + scale * sample;
  }

  /** Returns the samples of a map, {@link #NOTHING} in every channel where all its values are 0. */
  public short[] samples(FloatMap map) {
    float[] values = map.values();
    int channels = map.channels();
    short[] out = new short[values.length];
    for (int i = 0; i < out.length; i += channels) {
      if (seen(values, i, channels)) {
        for (int k = i; k < i + channels; k++) {
          out[k] = (short) encode(values[k]);
        }
      }
    }
    return out;
  }

  private static boolean seen(float[] values, int from, int channels) {
    for (int k = from; k < from + channels; k++) {
      if (values[k] != 0) {
        return true;
      }
    }
    return false;
  }
}
