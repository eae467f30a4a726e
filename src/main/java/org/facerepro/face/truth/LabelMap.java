package org.facerepro.face.truth;

import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * One label per pixel {@code [height, width]}, row-major, origin at the top left: numbers into a
 * {@link Legend}. Immutable.
 */
public final class LabelMap {
  private final int width;
  private final int height;
  private final byte[] labels;
  private final Legend legend;

  private LabelMap(int width, int height, byte[] labels, Legend legend) {
    Require.that(
        width > 0 && height > 0 && labels.length == (long) width * height,
        "labels",
        "one label for each of %d x %d pixels".formatted(width, height),
        labels.length);
    for (byte label : labels) {
      Require.between("labels", label & 0xff, 0, legend.size() - 1L);
    }
    this.width = width;
    this.height = height;
    this.labels = labels;
    this.legend = legend;
  }

  /**
   * Makes a map from a copy of labels.
   *
   * @throws InvalidValueException if their number does not fit, or the legend lacks one
   */
  public static LabelMap copyOf(int width, int height, byte[] labels, Legend legend) {
    return new LabelMap(width, height, labels.clone(), legend);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public Legend legend() {
    return legend;
  }

  /** Returns the label of a pixel, 0 up to the legend's size. */
  public int at(int x, int y) {
    return labels[y * width + x] & 0xff;
  }

  /** Returns the name of a pixel's label. */
  public String nameAt(int x, int y) {
    return legend.entries().get(at(x, y)).name();
  }

  /** Returns a copy of all labels. */
  public byte[] toBytes() {
    return labels.clone();
  }

  /** Returns how many pixels carry each label, in the legend's order. */
  public int[] counts() {
    int[] counts = new int[legend.size()];
    for (byte label : labels) {
      counts[label & 0xff]++;
    }
    return counts;
  }
}
