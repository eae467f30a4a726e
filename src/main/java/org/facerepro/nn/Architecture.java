package org.facerepro.nn;

import java.util.List;

/** A family of face networks, described by a few numbers. */
interface Architecture {

  /** Returns the sides of the square pictures that it takes. */
  InputSides sides();

  /** Returns how its weights begin. */
  Initial initial();

  /** Returns its layers; the last is a {@link FeatureLayer}. */
  List<Named> layers(NetSpec spec);

  /** Returns whether the spec chooses the rectifier. */
  default boolean choosesRectifier() {
    return false;
  }

  /** Returns whether it has a place for dropout. */
  default boolean hasDropout() {
    return false;
  }
}
