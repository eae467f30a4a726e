package org.facerepro.image;

/** Samples a square out of a greater one through a projective map; the edge repeats outside. */
final class PerspectiveWarp {
  private final int sourceSide;
  private final int side;

  PerspectiveWarp(int sourceSide, int side) {
    this.sourceSide = sourceSide;
    this.side = side;
  }

  /**
   * Fills three planes of the target's side.
   *
   * @param map from places of the target to places of the source, both about their centres
   */
  void apply(Homography map, float[] source, float[] target) {
    double half = (side - 1) / 2.0;
    double middle = (sourceSide - 1) / 2.0;
    for (int y = 0; y < side; y++) {
      double v = y - half;
      for (int x = 0; x < side; x++) {
        double u = x - half;
        double depth = map.px() * u + map.py() * v + map.w();
        double sx = middle + (map.xx() * u + map.xy() * v + map.x0()) / depth;
        double sy = middle + (map.yx() * u + map.yy() * v + map.y0()) / depth;
        sample(source, clamp(sx), clamp(sy), target, y * side + x);
      }
    }
  }

  private double clamp(double place) {
    return Math.min(sourceSide - 1, Math.max(0, place));
  }

  private void sample(float[] source, double sx, double sy, float[] target, int to) {
    int left = (int) sx;
    int top = (int) sy;
    float right = (float) (sx - left);
    float down = (float) (sy - top);
    int beside = left + 1 < sourceSide ? 1 : 0;
    int below = top + 1 < sourceSide ? sourceSide : 0;
    int at = top * sourceSide + left;
    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      float high = source[at] + right * (source[at + beside] - source[at]);
      float low = source[at + below] + right * (source[at + below + beside] - source[at + below]);
      target[to + c * side * side] = high + down * (low - high);
      at += sourceSide * sourceSide;
    }
  }
}
