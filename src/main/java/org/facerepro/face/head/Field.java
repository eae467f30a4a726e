package org.facerepro.face.head;

/** A smooth displacement of the head as a function of the undeformed place on it. */
public sealed interface Field permits Bump, Stretch, MouthOpening, LidShift, EarPush {

  /** Adds {@code amount} times the displacement in millimetres at {@code p} to {@code out[at…]}. */
  void add(SurfacePoint p, float amount, float[] out, int at);
}
