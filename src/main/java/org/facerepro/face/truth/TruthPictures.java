package org.facerepro.face.truth;

import org.facerepro.core.Require;
import org.facerepro.image.RgbImage;

/** Maps as 8-bit pictures and as samples; each method says which number stands for which value. */
public final class TruthPictures {
  private static final int LARGEST_8 = 0xff;
  private static final int LARGEST_16 = 0xffff;

  private TruthPictures() {}

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

  /**
   * Returns measures as a picture to look at, each channel stretched from its smallest to its
   * largest value among the pixels where something is seen: 55 to 255, 0 where nothing is.
   */
  public static RgbImage stretched(FloatMap map) {
    int channels = map.channels();
    byte[] out = new byte[3 * map.width() * map.height()];
    for (int k = 0; k < channels; k++) {
      stretch(map, k, out);
    }
    for (int i = 0; channels == 1 && i < out.length; i += 3) {
      out[i + 1] = out[i];
      out[i + 2] = out[i];
    }
    return RgbImage.takeOver(map.width(), map.height(), out);
  }

  private static void stretch(FloatMap map, int channel, byte[] out) {
    float[] values = map.values();
    int channels = map.channels();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = channel; i < values.length; i += channels) {
      if (values[i] != 0) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
    }
    for (int i = channel, at = channel; i < values.length; i += channels, at += 3) {
      if (values[i] != 0) {
        out[at] = (byte) (55 + Math.round(200 * (values[i] - low) / Math.max(1e-9f, high - low)));
      }
    }
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

  private static float[] threeChannels(FloatMap map) {
    Require.that(map.channels() == 3, "map", "three channels", map.channels());
    return map.values();
  }

  private static double encoded(double linear) {
    double v = Math.max(0, Math.min(1, linear));
    return v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
  }
}
