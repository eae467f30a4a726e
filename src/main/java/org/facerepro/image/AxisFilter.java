package org.facerepro.image;

/**
 * How each of {@code to} positions along one axis is a weighted mean of {@code from} neighbouring
 * positions: exact area averaging where the axis shrinks, linear interpolation where it grows. Both
 * ends of the axis stay in place; weights of one position sum to 1.
 */
final class AxisFilter {
  private final int[] first;
  private final float[][] weights;

  private AxisFilter(int[] first, float[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  static AxisFilter between(int from, int to) {
    AxisFilter filter = new AxisFilter(new int[to], new float[to][]);
    for (int i = 0; i < to; i++) {
      if (to < from) {
        filter.setArea(i, from, to);
      } else {
        filter.setLinear(i, from, to);
      }
    }
    return filter;
  }

  /** Whole-number arithmetic in units of {@code 1 / (from * to)}, so that no overlap is lost. */
  private void setArea(int i, long from, long to) {
    long start = i * from;
    long end = start + from;
    int low = (int) (start / to);
    int high = (int) ((end - 1) / to);
    first[i] = low;
    weights[i] = new float[high - low + 1];
    for (int k = low; k <= high; k++) {
      long overlap = Math.min(end, (k + 1) * to) - Math.max(start, k * to);
      weights[i][k - low] = (float) ((double) overlap / from);
    }
  }

  private void setLinear(int i, int from, int to) {
    double place = Math.max(0, (i + 0.5) * from / to - 0.5);
    int low = Math.min(from - 1, (int) place);
    boolean last = low == from - 1;
    first[i] = low;
    float right = (float) (place - low);
    weights[i] = last ? new float[] {1} : new float[] {1 - right, right};
  }

  int length() {
    return first.length;
  }

  /** Filters one line: value {@code k} of it lies at {@code source[sourceAt + k * step]}. */
  void apply(float[] source, int sourceAt, float[] target, int targetAt, int step) {
    for (int i = 0; i < first.length; i++) {
      float[] w = weights[i];
      int at = sourceAt + first[i] * step;
      float sum = 0;
      for (float weight : w) {
        sum += weight * source[at];
        at += step;
      }
      target[targetAt + i * step] = sum;
    }
  }
}
