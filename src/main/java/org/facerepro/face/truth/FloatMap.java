package org.facerepro.face.truth;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * Numbers per pixel {@code [height, width, channels]}, row-major, origin at the top left; 0 where
 * nothing is seen. Immutable.
 */
public final class FloatMap {
  private final int width;
  private final int height;
  private final int channels;
  private final float[] values;

  private FloatMap(int width, int height, int channels, float[] values) {
    Require.that(
        width > 0 && height > 0 && channels > 0,
        "size",
        "positive width, height and channels",
        width + " x " + height + " x " + channels);
    Require.that(
        values.length == (long) width * height * channels,
        "values",
        "%d x %d x %d numbers".formatted(height, width, channels),
        values.length);
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.values = values;
  }

  /**
   * Makes a map from a copy of values.
   *
   * @throws InvalidValueException if their number does not fit
   */
  public static FloatMap copyOf(int width, int height, int channels, float[] values) {
    return new FloatMap(width, height, channels, values.clone());
  }

  /** Makes a map that takes over an array of this package. */
  static FloatMap takeOver(int width, int height, int channels, float[] values) {
    return new FloatMap(width, height, channels, values);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int channels() {
    return channels;
  }

  /** Returns one number. */
  public float at(int x, int y, int channel) {
    return values[(y * width + x) * channels + channel];
  }

  /** Returns a copy of all numbers. */
  public float[] toArray() {
    return values.clone();
  }

  /** Returns the numbers themselves, for readers of this package that do not write to them. */
  float[] values() {
    return values;
  }
}
