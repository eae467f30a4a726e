package org.facerepro.image;

import org.facerepro.core.Rng;

/**
 * Cuts a square of side {@code side} out of the middle of a square of side {@code sourceSide},
 * shifted, scaled, turned and mirrored in one bilinear step; the edge repeats outside.
 */
final class CropWarp {
  private final int sourceSide;
  private final int side;
  private double xx;
  private double xy;
  private double yx;
  private double yy;
  private double shiftX;
  private double shiftY;
  private boolean onGrid;

  CropWarp(int sourceSide, int side) {
    this.sourceSide = sourceSide;
    this.side = side;
    centre(false);
  }

  void centre(boolean mirrored) {
    set(1, 0, mirrored);
    shiftX = 0;
    shiftY = 0;
    onGrid = (sourceSide - side) % 2 == 0;
  }

  void draw(AugmentSpec spec, Rng rng) {
    boolean mirrored = spec.flip() > 0 && rng.chance(spec.flip());
    centre(mirrored);
    if (spec.scale() > 0 || spec.rotation() > 0) {
      double grow = 1 + rng.uniform(-spec.scale(), spec.scale());
      double turn = StrictMath.toRadians(rng.uniform(-spec.rotation(), spec.rotation()));
      set(StrictMath.cos(turn) / grow, StrictMath.sin(turn) / grow, mirrored);
      shiftX = rng.uniform(-spec.jitter(), spec.jitter());
      shiftY = rng.uniform(-spec.jitter(), spec.jitter());
      onGrid = false;
    } else if (spec.jitter() > 0) {
      shiftX = rng.nextInt(2 * spec.jitter() + 1) - spec.jitter();
      shiftY = rng.nextInt(2 * spec.jitter() + 1) - spec.jitter();
    }
  }

  private void set(double a, double b, boolean mirrored) {
    double sign = mirrored ? -1 : 1;
    xx = sign * a;
    xy = -b;
    yx = sign * b;
    yy = a;
  }

  /** Moves three planes of the source's size into three of the target's size. */
  void apply(float[] source, float[] target) {
    double half = (side - 1) / 2.0;
    double middle = (sourceSide - 1) / 2.0;
    for (int y = 0; y < side; y++) {
      double v = y - half;
      double startX = middle + shiftX - xx * half + xy * v;
      double startY = middle + shiftY - yx * half + yy * v;
      if (onGrid) {
        copyRow(source, target, y, (int) startX, (int) xx, (int) startY);
      } else {
        warpRow(source, target, y, startX, startY);
      }
    }
  }

  private void copyRow(float[] source, float[] target, int y, int startX, int step, int sourceY) {
    int row = clamp(sourceY) * sourceSide;
    for (int x = 0; x < side; x++) {
      int from = row + clamp(startX + x * step);
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        target[(c * side + y) * side + x] = source[c * sourceSide * sourceSide + from];
      }
    }
  }

  private void warpRow(float[] source, float[] target, int y, double startX, double startY) {
    int plane = sourceSide * sourceSide;
    for (int x = 0; x < side; x++) {
      double sx = Math.min(sourceSide - 1, Math.max(0, startX + x * xx));
      double sy = Math.min(sourceSide - 1, Math.max(0, startY + x * yx));
      int left = (int) sx;
      int top = (int) sy;
      float right = (float) (sx - left);
      float down = (float) (sy - top);
      int at = top * sourceSide + left;
      int beside = left + 1 < sourceSide ? 1 : 0;
      int below = top + 1 < sourceSide ? sourceSide : 0;
      int to = y * side + x;
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        float high = source[at] + right * (source[at + beside] - source[at]);
        float low = source[at + below] + right * (source[at + below + beside] - source[at + below]);
        target[to] = high + down * (low - high);
        at += plane;
        to += side * side;
      }
    }
  }

  private int clamp(int place) {
    return Math.min(sourceSide - 1, Math.max(0, place));
  }
}
