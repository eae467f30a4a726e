package org.facerepro.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Stages of residual units; the first unit of a stage changes the number of channels and, but for
 * the first stage of some networks, halves the side.
 *
 * @param widths channels behind each stage
 * @param counts units of each stage
 */
record ResidualStages(List<Integer> widths, List<Integer> counts) {

  /**
   * One unit.
   *
   * @param stage counted from 1
   * @param index within its stage, from 0
   * @param in channels before it
   * @param out channels behind it
   */
  record Unit(int stage, int index, int in, int out, int stride) {
    boolean changesShape() {
      return in != out || stride != 1;
    }
  }

  /**
   * Returns the units in their order.
   *
   * @param stem channels before the first stage
   * @param firstStride stride of the first stage
   */
  List<Unit> units(int stem, int firstStride) {
    List<Unit> units = new ArrayList<>();
    int in = stem;
    for (int stage = 0; stage < widths.size(); stage++) {
      int out = widths.get(stage);
      for (int i = 0; i < counts.get(stage); i++) {
        int stride = i > 0 ? 1 : stage > 0 ? 2 : firstStride;
        units.add(new Unit(stage + 1, i, in, out, stride));
        in = out;
      }
    }
    return units;
  }

  /** Returns the channels behind the last stage. */
  int lastWidth() {
    return widths.get(widths.size() - 1);
  }
}
