package org.facerepro.plot;

/** Points of a curve in the order in which they are joined. */
public interface Curve {
  /** Returns the number of points. */
  int size();

  /** Returns where point {@code i}, counted from 0, lies on the horizontal axis. */
  double x(int i);

  /** Returns where it lies on the vertical axis. */
  double y(int i);
}
