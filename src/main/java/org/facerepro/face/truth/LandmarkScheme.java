package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.EnumNames;

/**
 * A list of named landmarks. Left and right are the subject's own in the 19 names of the Basel
 * models, and the picture's in the five alignment points.
 */
public enum LandmarkScheme {
  /**
   * The points of five-point alignment in their usual order: centre of the eye on the left of the
   * picture, of the eye on its right, tip of the nose, left and right corner of the mouth.
   */
  FIVE(List.of("eye.left", "eye.right", "nose.tip", "mouth.left", "mouth.right")),
  /** The landmark tags of the Basel generator's configuration. */
  BASEL_19(
      List.of(
          "center.chin.tip",
          "center.lips.lower.inner",
          "center.nose.tip",
          "left.ear.lobule.attachement",
          "left.eye.corner_inner",
          "left.eye.corner_outer",
          "left.eye.pupil.center",
          "left.eyebrow.bend.lower",
          "left.eyebrow.inner_lower",
          "left.lips.corner",
          "left.nose.wing.tip",
          "right.ear.lobule.attachement",
          "right.eye.corner_inner",
          "right.eye.corner_outer",
          "right.eye.pupil.center",
          "right.eyebrow.bend.lower",
          "right.eyebrow.inner_lower",
          "right.lips.corner",
          "right.nose.wing.tip")),
  /**
   * The 68 points of iBUG's 300-W annotation, {@code ibug.0} to {@code ibug.67}: jaw 0–16, brows
   * 17–26, nose 27–35, eyes 36–47, mouth 48–67, from the left of the picture.
   */
  IBUG_68(numbered(68));

  private final List<String> names;

  LandmarkScheme(List<String> names) {
    this.names = names;
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("ibug." + i);
    }
    return List.copyOf(names);
  }

  /** Returns the names in their order. */
  public List<String> names() {
    return names;
  }

  /** Returns the written name, such as {@code ibug-68}. */
  public String label() {
    return EnumNames.of(this);
  }
}
