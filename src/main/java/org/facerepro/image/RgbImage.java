package org.facerepro.image;

import java.util.Arrays;

/**
 * An immutable 8-bit sRGB picture, {@code [height, width, 3]}, row-major, origin at the top left, x
 * to the right, y down.
 */
public final class RgbImage {

  /** Samples per pixel. */
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] samples;

  private RgbImage(int width, int height, byte[] samples) {
    if (width <= 0 || height <= 0 || samples.length != (long) CHANNELS * width * height) {
      throw new IllegalArgumentException(
          "%d samples do not make a picture of %d x %d x 3"
              .formatted(samples.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  /** Makes a picture from a copy of {@code samples} (r, g, b of each pixel, row by row). */
  public static RgbImage copyOf(int width, int height, byte[] samples) {
    return new RgbImage(width, height, samples.clone());
  }

  /**
   * Makes a picture that takes {@code samples} over without a copy; the caller gives the array away
   * and must not touch it again.
   */
  public static RgbImage takeOver(int width, int height, byte[] samples) {
    return new RgbImage(width, height, samples);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Returns one sample, 0 to 255; channel 0 is red, 1 green, 2 blue. */
  public int sample(int x, int y, int channel) {
    return samples[(y * width + x) * CHANNELS + channel] & 0xff;
  }

  /** Returns a copy of all samples (r, g, b of each pixel, row by row). */
  public byte[] toBytes() {
    return samples.clone();
  }

  /** Copies all samples into {@code target} from {@code offset} on, without making a new array. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(samples, 0, target, offset, samples.length);
  }

  /** Returns the samples themselves, for readers of this package that must not write to them. */
  byte[] samples() {
    return samples;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RgbImage that
        && width == that.width
        && height == that.height
        && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "RgbImage[" + width + " x " + height + "]";
  }
}
