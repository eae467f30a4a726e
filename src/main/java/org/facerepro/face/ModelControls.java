package org.facerepro.face;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.Control;
import org.facerepro.face.law.Controls;
import org.facerepro.face.law.FaceControl;

/** Which controls and parts of appearance act on pictures of a morphable model from a file. */
final class ModelControls {
  private static final Set<FaceControl> ACTING =
      EnumSet.of(
          FaceControl.SHAPE_SCALE,
          FaceControl.COLOUR_SCALE,
          FaceControl.EXPRESSION_SCALE,
          FaceControl.POSE_YAW,
          FaceControl.POSE_PITCH,
          FaceControl.POSE_ROLL,
          FaceControl.CAMERA_DISTANCE,
          FaceControl.CAMERA_FOCAL_SCALE,
          FaceControl.CAMERA_SHIFT_X,
          FaceControl.CAMERA_SHIFT_Y,
          FaceControl.LIGHT_SCENE,
          FaceControl.LIGHT_AZIMUTH,
          FaceControl.LIGHT_ELEVATION,
          FaceControl.LIGHT_KEY_SHARE,
          FaceControl.LIGHT_EXPOSURE,
          FaceControl.LIGHT_WARMTH,
          FaceControl.LIGHT_SKY,
          FaceControl.LIGHT_RIM,
          FaceControl.SENSOR_MOTION,
          FaceControl.SENSOR_MOTION_ANGLE,
          FaceControl.SENSOR_BLUR,
          FaceControl.SENSOR_NOISE,
          FaceControl.SENSOR_BALANCE,
          FaceControl.SENSOR_TINT,
          FaceControl.SENSOR_CONTRAST,
          FaceControl.SENSOR_JPEG_QUALITY);

  private static final Set<AppearancePart> PARTS =
      EnumSet.of(
          AppearancePart.PAINTED_IDENTITY,
          AppearancePart.SHAPE_IDENTITY,
          AppearancePart.EXPRESSION,
          AppearancePart.BACKGROUND,
          AppearancePart.SENSOR);

  private ModelControls() {}

  /**
   * Requires that what a specification sets has an effect.
   *
   * @throws InvalidValueException naming the first that has none, and those that have
   */
  static void require(
      Collection<String> laws, List<SweepAxis> sweep, List<AppearancePart> without) {
    laws.stream().sorted().forEach(name -> require("laws/" + name, name));
    sweep.forEach(axis -> require("sweep", axis.control()));
    for (AppearancePart part : without) {
      Require.that(
          PARTS.contains(part),
          "without",
          "parts that a file model has: " + names(PARTS),
          EnumNames.of(part));
    }
  }

  /** Returns whether a control of a name has an effect. */
  static boolean acts(String name) {
    return acts(Controls.named("laws", name));
  }

  private static boolean acts(Control control) {
    return !(control instanceof FaceControl face) || ACTING.contains(face);
  }

  private static void require(String key, String name) {
    if (!acts(Controls.named(key, name))) {
      throw new InvalidValueException(
          key,
          "a component, or a control that acts on a file model: "
              + ACTING.stream().map(FaceControl::label).collect(Collectors.joining(", ")),
          "'" + name + "'");
    }
  }

  private static String names(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(EnumNames::of).collect(Collectors.joining(", "));
  }
}
