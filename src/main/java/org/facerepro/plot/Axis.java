package org.facerepro.plot;

import java.util.List;

/** Where values lie along one side of a chart. */
public interface Axis {
  /** A marked value. */
  record Tick(double value, String label) {}

  /** Returns what is measured. */
  String title();

  /** Returns the place of a value, 0 at the start of the axis and 1 at its end, clamped. */
  double position(double value);

  /** Returns the marked values, ascending. */
  List<Tick> ticks();
}
