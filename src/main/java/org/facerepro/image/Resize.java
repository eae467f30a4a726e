package org.facerepro.image;

/**
 * Changes the size of a picture: each axis by exact area averaging where it shrinks and by linear
 * interpolation where it grows; the picture's outer edges stay in place.
 */
public final class Resize {
  private Resize() {}

  /** Returns {@code source} at {@code width x height}; the same input gives the same bytes. */
  public static RgbImage area(RgbImage source, int width, int height) {
    if (width == source.width() && height == source.height()) {
      return source;
    }
    float[] wide = floats(source);
    float[] narrow = columns(wide, source.width(), source.height(), width);
    float[] result = rows(narrow, width, source.height(), height);
    byte[] samples = new byte[result.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (int) (result[i] + 0.5f);
    }
    return RgbImage.takeOver(width, height, samples);
  }

  private static float[] floats(RgbImage source) {
    byte[] bytes = source.samples();
    float[] samples = new float[bytes.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes[i] & 0xff;
    }
    return samples;
  }

  private static float[] columns(float[] source, int width, int height, int newWidth) {
    AxisFilter filter = AxisFilter.between(width, newWidth);
    float[] target = new float[Math.multiplyExact(RgbImage.CHANNELS * newWidth, height)];
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        int from = RgbImage.CHANNELS * y * width + c;
        int to = RgbImage.CHANNELS * y * newWidth + c;
        filter.apply(source, from, target, to, RgbImage.CHANNELS);
      }
    }
    return target;
  }

  private static float[] rows(float[] source, int width, int height, int newHeight) {
    AxisFilter filter = AxisFilter.between(height, newHeight);
    int step = RgbImage.CHANNELS * width;
    float[] target = new float[Math.multiplyExact(step, newHeight)];
    for (int x = 0; x < step; x++) {
      filter.apply(source, x, target, x, step);
    }
    return target;
  }
}
