package org.facerepro.face.truth;

import java.util.function.DoubleToIntFunction;
import org.facerepro.core.Require;
import org.facerepro.image.RgbImage;

/**
 * Maps as pictures. Samples are whole numbers of 8 or 16 bits; each method says which number stands
 * for which value.
 */
public final class TruthPictures {
  private static final int LARGEST_8 = 0xff;
  private static final int LARGEST_16 = 0xffff;

  private TruthPictures() {}

  /** Returns depth in 16 bits, one sample per pixel; see {@link DepthCode}. */
  public static short[] depth16(FloatMap depth, DepthCode code) {
    return samples16(depth, code::encode);
  }

  /**
   * Returns normals in 8 bits: {@code sample = round(127.5 · (n + 1))}, red x, green y, blue z;
   * black where nothing is seen, which no unit normal gives.
   */
  public static RgbImage normals8(FloatMap normals) {
    byte[] out = new byte[threeChannels(normals).length];
    eachNormal(normals, LARGEST_8, (i, sample) -> out[i] = (byte) sample);
    return RgbImage.takeOver(normals.width(), normals.height(), out);
  }

  /** Returns normals in 16 bits: {@code sample = round(32767.5 · (n + 1))}, else as in 8 bits. */
  public static short[] normals16(FloatMap normals) {
    short[] out = new short[threeChannels(normals).length];
    eachNormal(normals, LARGEST_16, (i, sample) -> out[i] = (short) sample);
    return out;
  }

  /** Returns linear colours in 8-bit sRGB (IEC 61966-2-1), clipped to 0 and 1, rounded. */
  public static RgbImage srgb(FloatMap linear) {
    float[] values = threeChannels(linear);
    byte[] out = new byte[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Math.round(LARGEST_8 * encoded(values[i]));
    }
    return RgbImage.takeOver(linear.width(), linear.height(), out);
  }

  /** Returns linear colours in 16 bits, {@code sample = round(65535 · value)}, clipped to 0, 1. */
  public static short[] linear16(FloatMap linear) {
    return samples16(linear, v -> (int) Math.round(LARGEST_16 * Math.max(0, Math.min(1, v))));
  }

  /**
   * Returns a map of places in 8 bits, each axis stretched over its box: {@code sample = 1 +
   * round(254 · (v − low) / (high − low))}; 0, 0, 0 where nothing is seen.
   *
   * @param low smallest corner of the box, three numbers
   * @param high largest corner of the box
   */
  public static RgbImage box8(FloatMap places, double[] low, double[] high) {
    float[] values = threeChannels(places);
    byte[] out = new byte[values.length];
    for (int i = 0; i < out.length; i += 3) {
      if (values[i] == 0 && values[i + 1] == 0 && values[i + 2] == 0) {
        continue;
      }
      for (int k = 0; k < 3; k++) {
        double share = (values[i + k] - low[k]) / (high[k] - low[k]);
        out[i + k] = (byte) (1 + Math.round(254 * Math.max(0, Math.min(1, share))));
      }
    }
    return RgbImage.takeOver(places.width(), places.height(), out);
  }

  /** Returns labels in the colours of their legend. */
  public static RgbImage coloured(LabelMap labels) {
    byte[] palette = labels.legend().palette();
    byte[] out = new byte[3 * labels.width() * labels.height()];
    int at = 0;
    for (byte label : labels.toBytes()) {
      System.arraycopy(palette, 3 * (label & 0xff), out, at, 3);
      at += 3;
    }
    return RgbImage.takeOver(labels.width(), labels.height(), out);
  }

  private interface Sink {
    void put(int index, long sample);
  }

  private static void eachNormal(FloatMap normals, int largest, Sink sink) {
    float[] n = normals.values();
    for (int i = 0; i < n.length; i += 3) {
      if (n[i] != 0 || n[i + 1] != 0 || n[i + 2] != 0) {
        for (int k = i; k < i + 3; k++) {
          sink.put(k, Math.round(largest / 2.0 * (Math.max(-1, Math.min(1, n[k])) + 1)));
        }
      }
    }
  }

  private static short[] samples16(FloatMap map, DoubleToIntFunction code) {
    float[] values = map.values();
    short[] out = new short[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (short) code.applyAsInt(values[i]);
    }
    return out;
  }

  private static float[] threeChannels(FloatMap map) {
    Require.that(map.channels() == 3, "map", "three channels", map.channels());
    return map.values();
  }

  private static double encoded(double linear) {
    double v = Math.max(0, Math.min(1, linear));
    return v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
  }
}
