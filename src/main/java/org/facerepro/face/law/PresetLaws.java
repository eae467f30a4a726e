package org.facerepro.face.law;

import java.util.List;

/** The numbers behind the presets. */
final class PresetLaws {
  /** Deviations from the middle to where a normal density is a thousandth of its peak. */
  private static final double THOUSANDTH = StrictMath.sqrt(2 * StrictMath.log(1000));

  private PresetLaws() {}

  /** Makes centred truncated normal laws: standard deviation and limit of yaw, pitch, roll. */
  static Laws pose(double... degrees) {
    return Laws.NONE
        .with(FaceControl.POSE_YAW, centred(degrees[0], degrees[1]))
        .with(FaceControl.POSE_PITCH, centred(degrees[2], degrees[3]))
        .with(FaceControl.POSE_ROLL, centred(degrees[4], degrees[5]));
  }

  private static Law centred(double deviation, double limit) {
    return new Law.TruncatedNormal(0, deviation, -limit, limit);
  }

  static Laws graphics() {
    return pose(22, 70, 10, 35, 8, 40)
        .with(FaceControl.POSE_PITCH, new Law.TruncatedNormal(-2, 10, -35, 35))
        .with(FaceControl.CAMERA_DISTANCE, new Law.LogUniform(650, 3000))
        .with(FaceControl.DETECTOR_ERROR, new Law.Constant(0.02))
        .with(FaceControl.GAZE_ACROSS, new Law.Gaussian(0, 1.2))
        .with(FaceControl.GAZE_UP, new Law.Gaussian(0, 0.5))
        .with(FaceControl.EXPRESSION_SCALE, new Law.Constant(1))
        .with(FaceControl.SHAPE_SCALE, new Law.Constant(1.3))
        .with(FaceControl.COLOUR_SCALE, new Law.Constant(1.35))
        .with(FaceControl.LIGHT_EXPOSURE, new Law.LogNormal(1, 0.24))
        .with(FaceControl.SENSOR_BALANCE, new Law.Gaussian(0, 0.12))
        .with(FaceControl.SENSOR_TINT, new Law.Gaussian(0, 0.04))
        .with(FaceControl.SENSOR_BLUR, new Law.Uniform(0.4, 1.5))
        .with(FaceControl.SENSOR_NOISE, new Law.Constant(0.5))
        .with(FaceControl.SENSOR_CONTRAST, new Law.Gaussian(1.17, 0.2))
        .with(FaceControl.SENSOR_JPEG_QUALITY, new Law.Constant(95));
  }

  static Laws proxyReal() {
    return graphics()
        .with(FaceControl.LIGHT_EXPOSURE, new Law.LogNormal(1, 0.3))
        .with(FaceControl.SENSOR_BALANCE, new Law.Gaussian(0, 0.14))
        .with(FaceControl.SENSOR_TINT, new Law.Gaussian(0, 0.05))
        .with(FaceControl.SENSOR_BLUR, new Law.Uniform(0.4, 1.6))
        .with(FaceControl.SENSOR_NOISE, new Law.LogNormal(2.2255, 0.7))
        .with(FaceControl.SENSOR_CONTRAST, new Law.Gaussian(1.17, 0.22))
        .with(FaceControl.SENSOR_JPEG_QUALITY, new Law.Grid(40, 94, 1));
  }

  static Laws kortylewski() {
    Law yaw =
        new Law.Mixture(
            List.of(
                new Law.Mixture.Part(0.6, new Law.Uniform(-90, 90)),
                new Law.Mixture.Part(0.2, new Law.Gaussian(0, 2)),
                new Law.Mixture.Part(0.2, new Law.Constant(0))));
    return worn(0, 0, 0, 0)
        .with(FaceControl.WEAR_OCCLUDER, new Law.Constant(0))
        .with(FaceControl.SHAPE_SCALE, new Law.Constant(1))
        .with(FaceControl.COLOUR_SCALE, new Law.Constant(1))
        .with(FaceControl.POSE_YAW, yaw)
        .with(FaceControl.POSE_PITCH, new Law.Gaussian(0, 30))
        .with(FaceControl.POSE_ROLL, new Law.Constant(0))
        .with(FaceControl.CAMERA_DISTANCE, new Law.Constant(1000))
        .with(FaceControl.DETECTOR_ERROR, new Law.Constant(0))
        .with(FaceControl.SENSOR_BLUR, new Law.Constant(0))
        .with(FaceControl.SENSOR_NOISE, new Law.Constant(0))
        .with(FaceControl.SENSOR_JPEG_QUALITY, new Law.Constant(95));
  }

  static Laws digiface() {
    double pitch = 30 / THOUSANDTH;
    return worn(0.15, 0.15, 0.15, 0.01).with(pose(90 / THOUSANDTH, 90, pitch, 30, pitch, 30));
  }

  static Laws widePose() {
    return pose(1, 10, 15, 45, 10, 40).with(FaceControl.POSE_YAW, new Law.Uniform(-90, 90));
  }

  private static Laws worn(double makeUp, double glasses, double headwear, double mask) {
    return Laws.NONE
        .with(FaceControl.WEAR_MAKE_UP, new Law.Chance(makeUp))
        .with(FaceControl.WEAR_GLASSES, new Law.Chance(glasses))
        .with(FaceControl.WEAR_SUNGLASSES, new Law.Chance(0))
        .with(FaceControl.WEAR_HEADWEAR, new Law.Chance(headwear))
        .with(FaceControl.WEAR_MASK, new Law.Chance(mask));
  }
}
