package org.facerepro.face;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Require;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Controls;

/**
 * The Cartesian grid of axes that the pictures of each subject run through: the first axis is the
 * outermost and changes slowest, the last one changes with every picture.
 *
 * @param axes the axes; none for no sweep
 */
record Sweep(List<SweepAxis> axes) {
  Sweep {
    axes = List.copyOf(axes);
    long names = axes.stream().map(SweepAxis::control).distinct().count();
    Require.that(names == axes.size(), "sweep", "every control once", axes);
  }

  /** Returns the number of points of the grid, 1 without axes. */
  long size() {
    long size = 1;
    for (SweepAxis axis : axes) {
      size = Math.multiplyExact(size, axis.points().size());
    }
    return size;
  }

  void requireSize(int samplesPerSubject) {
    Require.that(
        axes.isEmpty() || size() == samplesPerSubject,
        "samplesPerSubject",
        "the size of the sweep's grid (" + size() + ")",
        samplesPerSubject);
  }

  /** Returns the values of point number {@code index}. */
  Map<Control, Double> point(int index) {
    Map<Control, Double> out = new HashMap<>();
    int rest = index;
    for (int i = axes.size() - 1; i >= 0; i--) {
      List<Double> points = axes.get(i).points();
      Control control = Controls.named("sweep", axes.get(i).control());
      out.put(control, points.get(rest % points.size()));
      rest /= points.size();
    }
    return out;
  }
}
