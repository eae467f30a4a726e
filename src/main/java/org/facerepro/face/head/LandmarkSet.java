package org.facerepro.face.head;

import java.util.List;
import org.facerepro.core.EnumNames;

/** A convention of naming and ordering points of a face. */
public enum LandmarkSet {
  /**
   * Eyes, nose tip and mouth corners, from the left of the picture to the right: the points of
   * aligned face recognition.
   */
  FIVE,
  /**
   * The 68 points of the iBUG 300-W annotation, named {@code 1} to {@code 68}: jaw, brows, nose,
   * eyes, outer and inner lips, each from the left of the picture.
   */
  IBUG_68,
  /** The 19 points that the Basel face generator writes, by its names; left is the person's own. */
  BASEL_19;

  /** Returns the names of the points in their order. */
  public List<String> names() {
    return LandmarkPlan.names(this);
  }

  /** Returns the written name, such as {@code ibug-68}. */
  public String label() {
    return EnumNames.of(this);
  }
}
