package org.facerepro.image;

/**
 * Changes of brightness and colour of three planes {@code r, g, b} with values in [-1, 1], in
 * place. Blends leave the range; {@link #clamp} brings them back.
 */
final class PlaneTones {
  private static final int LEVELS = 256;
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private PlaneTones() {}

  /** Returns the 8-bit level of a value. */
  private static int level(float value) {
    return Math.min(LEVELS - 1, Math.max(0, Math.round((value + 1) * 127.5f)));
  }

  private static float value(double level) {
    return (float) (level / 127.5 - 1);
  }

  static void clamp(float[] planes) {
    for (int i = 0; i < planes.length; i++) {
      planes[i] = Math.min(1f, Math.max(-1f, planes[i]));
    }
  }

  /** Moves all values away from black by a factor: 1 changes nothing. */
  static void brightness(float[] planes, double factor) {
    blend(planes, -1, factor);
  }

  /** Moves all values away from the mean luma by a factor. */
  static void contrast(float[] planes, double factor) {
    int pixels = planes.length / RgbImage.CHANNELS;
    double sum = 0;
    for (int i = 0; i < pixels; i++) {
      sum += luma(planes, i, pixels);
    }
    blend(planes, sum / pixels, factor);
  }

  private static void blend(float[] planes, double centre, double factor) {
    for (int i = 0; i < planes.length; i++) {
      planes[i] = (float) (centre + factor * (planes[i] - centre));
    }
    clamp(planes);
  }

  private static float luma(float[] planes, int i, int pixels) {
    return RED * planes[i] + GREEN * planes[pixels + i] + BLUE * planes[2 * pixels + i];
  }

  /** Moves all values away from their luma by a factor: 0 is grey. */
  static void saturation(float[] planes, double factor) {
    int pixels = planes.length / RgbImage.CHANNELS;
    for (int i = 0; i < pixels; i++) {
      float luma = luma(planes, i, pixels);
      for (int at = i; at < planes.length; at += pixels) {
        planes[at] = (float) (luma + factor * (planes[at] - luma));
      }
    }
    clamp(planes);
  }

  /** Turns colours about the grey axis, luma kept. */
  static void hue(float[] planes, double radians) {
    double cosine = StrictMath.cos(radians);
    double sine = StrictMath.sin(radians);
    int pixels = planes.length / RgbImage.CHANNELS;
    for (int i = 0; i < pixels; i++) {
      double y = luma(planes, i, pixels);
      double u = (planes[2 * pixels + i] - y) * 0.493;
      double v = (planes[i] - y) * 0.877;
      double blue = (cosine * u - sine * v) / 0.493;
      double red = (sine * u + cosine * v) / 0.877;
      planes[i] = (float) (y + red);
      planes[2 * pixels + i] = (float) (y + blue);
      planes[pixels + i] = (float) (y - (RED * red + BLUE * blue) / GREEN);
    }
    clamp(planes);
  }

  /** Keeps the highest bits of each 8-bit level. */
  static void posterise(float[] planes, int bits) {
    int mask = 0xff << (8 - bits) & 0xff;
    for (int i = 0; i < planes.length; i++) {
      planes[i] = value(level(planes[i]) & mask);
    }
  }

  /** Inverts 8-bit levels from a limit on. */
  static void solarise(float[] planes, double limit) {
    for (int i = 0; i < planes.length; i++) {
      int level = level(planes[i]);
      planes[i] = value(level >= limit ? LEVELS - 1 - level : level);
    }
  }

  /** Stretches each channel to the full range; one without contrast stays. */
  static void stretch(float[] planes) {
    int pixels = planes.length / RgbImage.CHANNELS;
    for (int from = 0; from < planes.length; from += pixels) {
      float low = planes[from];
      float high = planes[from];
      for (int i = from; i < from + pixels; i++) {
        low = Math.min(low, planes[i]);
        high = Math.max(high, planes[i]);
      }
      for (int i = from; i < from + pixels && high > low; i++) {
        planes[i] = 2 * (planes[i] - low) / (high - low) - 1;
      }
    }
  }

  /** Makes each channel's levels equally frequent, by the integer rule of Pillow. */
  static void equalise(float[] planes) {
    int pixels = planes.length / RgbImage.CHANNELS;
    for (int from = 0; from < planes.length; from += pixels) {
      int[] histogram = new int[LEVELS];
      for (int i = from; i < from + pixels; i++) {
        histogram[level(planes[i])]++;
      }
      int last = LEVELS - 1;
      while (histogram[last] == 0) {
        last--;
      }
      int step = (pixels - histogram[last]) / (LEVELS - 1);
      if (step > 0) {
        equalise(planes, from, pixels, histogram, step);
      }
    }
  }

  private static void equalise(float[] planes, int from, int pixels, int[] histogram, int step) {
    int[] table = new int[LEVELS];
    int sum = step / 2;
    for (int level = 0; level < LEVELS; level++) {
      table[level] = Math.min(LEVELS - 1, sum / step);
      sum += histogram[level];
    }
    for (int i = from; i < from + pixels; i++) {
      planes[i] = value(table[level(planes[i])]);
    }
  }

  /** Moves all values away from their neighbourhood's mean by a factor; the rim stays. */
  static void sharpness(float[] planes, double factor, int side) {
    float[] smooth = planes.clone();
    for (int plane = 0; plane < planes.length; plane += side * side) {
      for (int y = 1; y < side - 1; y++) {
        for (int x = 1; x < side - 1; x++) {
          int at = plane + y * side + x;
          smooth[at] = neighbourhood(planes, at, side);
        }
      }
    }
    for (int i = 0; i < planes.length; i++) {
      planes[i] = (float) (smooth[i] + factor * (planes[i] - smooth[i]));
    }
    clamp(planes);
  }

  /** The kernel of Pillow's and torchvision's sharpness: ones about a five. */
  private static float neighbourhood(float[] planes, int at, int side) {
    float sum = 4 * planes[at];
    for (int dy = -side; dy <= side; dy += side) {
      sum += planes[at + dy - 1] + planes[at + dy] + planes[at + dy + 1];
    }
    return sum / 13;
  }

  /** Writes a picture as JPEG and reads it again, at full colour resolution. */
  static void jpeg(float[] planes, int quality, int side) {
    int pixels = side * side;
    byte[] samples = new byte[planes.length];
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        samples[RgbImage.CHANNELS * i + c] = (byte) level(planes[c * pixels + i]);
      }
    }
    byte[] file = ImageCodec.jpeg(RgbImage.takeOver(side, side, samples), quality);
    byte[] read = ImageCodec.decode(file, "a picture under variation").toBytes();
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        planes[c * pixels + i] = value(read[RgbImage.CHANNELS * i + c] & 0xff);
      }
    }
  }
}
