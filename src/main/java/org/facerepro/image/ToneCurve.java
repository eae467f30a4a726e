package org.facerepro.image;

import org.facerepro.core.Rng;

/**
 * Reads 8-bit pixels into float32 planes, on the way changing their colours: gamma, contrast about
 * mid-grey and brightness through one table of 256 values, then saturation about the luma of
 * BT.601. Values are those of a network's input, {@code (v / 255 − 0.5) / 0.5}.
 */
final class ToneCurve {
  private static final int LEVELS = 256;
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private final float[] identity = new float[LEVELS];
  private final float[] varied = new float[LEVELS];
  private float[] table = identity;
  private float saturation = 1;

  ToneCurve() {
    for (int level = 0; level < LEVELS; level++) {
      identity[level] = (level / 255f - 0.5f) / 0.5f;
    }
  }

  void reset() {
    table = identity;
    saturation = 1;
  }

  void draw(ColourJitter jitter, Rng rng) {
    reset();
    if (jitter.gamma() > 0 || jitter.contrast() > 0 || jitter.brightness() > 0) {
      double power = 1 + rng.uniform(0, jitter.gamma());
      double gamma = rng.chance(0.5) ? power : 1 / power;
      double contrast = 1 + rng.uniform(-jitter.contrast(), jitter.contrast());
      double brightness = 2 * rng.uniform(-jitter.brightness(), jitter.brightness());
      fill(gamma, contrast, brightness);
      table = varied;
    }
    if (jitter.saturation() > 0) {
      saturation = (float) (1 + rng.uniform(-jitter.saturation(), jitter.saturation()));
    }
    if (jitter.grey() > 0 && rng.chance(jitter.grey())) {
      saturation = 0;
    }
  }

  private void fill(double gamma, double contrast, double brightness) {
    for (int level = 0; level < LEVELS; level++) {
      double curved = gamma == 1 ? level / 255.0 : StrictMath.pow(level / 255.0, gamma);
      double value = contrast * (2 * curved - 1) + brightness;
      varied[level] = (float) Math.min(1, Math.max(-1, value));
    }
  }

  /** Writes {@code pixels} interleaved pixels as three planes of {@code pixels} values each. */
  void apply(byte[] source, int from, float[] planes, int pixels) {
    int at = from;
    for (int i = 0; i < pixels; i++) {
      float red = table[source[at] & 0xff];
      float green = table[source[at + 1] & 0xff];
      float blue = table[source[at + 2] & 0xff];
      at += RgbImage.CHANNELS;
      if (saturation != 1) {
        float luma = RED * red + GREEN * green + BLUE * blue;
        red = luma + saturation * (red - luma);
        green = luma + saturation * (green - luma);
        blue = luma + saturation * (blue - luma);
      }
      planes[i] = red;
      planes[pixels + i] = green;
      planes[2 * pixels + i] = blue;
    }
  }
}
