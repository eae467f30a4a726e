package org.facerepro.face.law;

/**
 * The controls of the built-in generator: name, unit, allowed range, and whether a subject or every
 * picture draws it. What happens or not is 1 or 0.
 */
public enum FaceControl implements Control {
  SUBJECT_GROUP("subject.group", "number of the population group", 0, 4, Scope.SUBJECT),
  SUBJECT_MASCULINE("subject.masculine", "0 or 1", 0, 1, Scope.SUBJECT),
  SUBJECT_AGE("subject.age", "years", 18, 85, Scope.SUBJECT),
  SUBJECT_MELANIN("subject.melanin", "0 fair to 1 dark", 0, 1, Scope.SUBJECT),
  SUBJECT_EYE_FOLD("subject.eyeFold", "strength", 0, 1, Scope.SUBJECT),
  SUBJECT_HAIR_DARKNESS("subject.hairDarkness", "0 blond to 1 black", 0, 1, Scope.SUBJECT),
  SUBJECT_GREYNESS("subject.greyness", "share of grey hair", 0, 1, Scope.SUBJECT),
  SUBJECT_MAKE_UP("subject.makeUp", "habit, 0 to 1", 0, 1, Scope.SUBJECT),
  SUBJECT_GLASSES("subject.glasses", "share of pictures", 0, 1, Scope.SUBJECT),
  SUBJECT_HEADWEAR("subject.headwear", "share of pictures", 0, 1, Scope.SUBJECT),
  SHAPE_SCALE("subject.shapeScale", "factor on shape coefficients", 0, 3, Scope.SUBJECT),
  COLOUR_SCALE("subject.colourScale", "factor on colour coefficients", 0, 3, Scope.SUBJECT),
  DIRECTION_AGE("direction.age"),
  DIRECTION_MASCULINITY("direction.masculinity"),
  DIRECTION_WEIGHT("direction.weight"),
  DIRECTION_HEAD_SIZE("direction.headSize"),
  DIRECTION_BREADTH("direction.breadth"),
  DIRECTION_PROFILE_RELIEF("direction.profileRelief"),
  DIRECTION_FACE_WIDTH("direction.faceWidth"),
  DIRECTION_FACE_LENGTH("direction.faceLength"),
  DIRECTION_NOSE_SIZE("direction.noseSize"),
  DIRECTION_LIP_FULLNESS("direction.lipFullness"),
  DIRECTION_EYE_SIZE("direction.eyeSize"),
  DIRECTION_JAW_STRENGTH("direction.jawStrength"),
  POSE_YAW("pose.yaw", "degrees", -90, 90, Scope.SAMPLE),
  POSE_PITCH("pose.pitch", "degrees", -90, 90, Scope.SAMPLE),
  POSE_ROLL("pose.roll", "degrees", -180, 180, Scope.SAMPLE),
  CAMERA_DISTANCE("camera.distance", "mm", 250, 100_000, Scope.SAMPLE),
  CAMERA_FOCAL_SCALE("camera.focalScale", "factor after the crop", 0.25, 4, Scope.SAMPLE),
  CAMERA_SHIFT_X("camera.shiftX", "part of the picture to the right", -1, 1, Scope.SAMPLE),
  CAMERA_SHIFT_Y("camera.shiftY", "part of the picture down", -1, 1, Scope.SAMPLE),
  DETECTOR_ERROR("detector.error", "part of the eye distance", 0, 0.5, Scope.SAMPLE),
  GAZE_ACROSS("gaze.across", "mm on the eyeball", -5, 5, Scope.SAMPLE),
  GAZE_UP("gaze.up", "mm on the eyeball", -3, 3, Scope.SAMPLE),
  EXPRESSION_SCALE("expression.scale", "factor on all strengths", 0, 2, Scope.SAMPLE),
  EXPRESSION_SMILING("expression.smiling", "0 or 1", 0, 1, Scope.SAMPLE),
  EXPRESSION_TALKING("expression.talking", "0 or 1, where not smiling", 0, 1, Scope.SAMPLE),
  LIGHT_SCENE("light.scene", "number of the kind of place", 0, 4, Scope.SAMPLE),
  LIGHT_AZIMUTH("light.azimuth", "degrees to the right of the camera", -180, 180, Scope.SAMPLE),
  LIGHT_ELEVATION("light.elevation", "degrees above the camera", -90, 90, Scope.SAMPLE),
  LIGHT_KEY_SHARE("light.keyShare", "share of all light", 0, 1, Scope.SAMPLE),
  LIGHT_EXPOSURE("light.exposure", "factor", 0.02, 50, Scope.SAMPLE),
  LIGHT_WARMTH("light.warmth", "part of red, against blue", -0.9, 0.9, Scope.SAMPLE),
  LIGHT_SKY("light.sky", "how much brighter from above", 0, 1, Scope.SAMPLE),
  LIGHT_RIM("light.rim", "0 or 1", 0, 1, Scope.SAMPLE),
  LIGHT_SHADOW_DEPTH("light.shadowDepth", "mm to full shadow", 0.5, 200, Scope.SAMPLE),
  LIGHT_CAST_SHADOW("light.castShadow", "0 or 1", 0, 1, Scope.SAMPLE),
  SENSOR_BLUR("sensor.blur", "weight of the neighbours", 0, 2, Scope.SAMPLE),
  SENSOR_MOTION("sensor.motion", "pixels", 0, 100, Scope.SAMPLE),
  SENSOR_MOTION_ANGLE(
      "sensor.motionAngle", "degrees, anticlockwise from the right", -180, 180, Scope.SAMPLE),
  SENSOR_NOISE("sensor.noise", "grey levels", 0, 100, Scope.SAMPLE),
  SENSOR_BALANCE("sensor.balance", "logarithm of red over green", -2, 2, Scope.SAMPLE),
  SENSOR_TINT("sensor.tint", "logarithm of green", -2, 2, Scope.SAMPLE),
  SENSOR_CONTRAST("sensor.contrast", "factor", 0.1, 4, Scope.SAMPLE),
  SENSOR_JPEG_QUALITY("sensor.jpegQuality", "1 to 100", 1, 100, Scope.SAMPLE),
  WEAR_GLASSES("wear.glasses", "0 or 1", 0, 1, Scope.SAMPLE),
  WEAR_SUNGLASSES("wear.sunglasses", "0 or 1", 0, 1, Scope.SAMPLE),
  WEAR_HEADWEAR("wear.headwear", "0 or 1", 0, 1, Scope.SAMPLE),
  WEAR_MASK("wear.mask", "0 or 1", 0, 1, Scope.SAMPLE),
  WEAR_OCCLUDER("wear.occluder", "0 or 1", 0, 1, Scope.SAMPLE),
  WEAR_MAKE_UP("wear.makeUp", "0 or 1", 0, 1, Scope.SAMPLE),
  GROOMING_STUBBLE("grooming.stubble", "strength", 0, 1, Scope.SAMPLE),
  GROOMING_SHAVED("grooming.shaved", "0 or 1", 0, 1, Scope.SAMPLE),
  GROOMING_TAN("grooming.tan", "factor on the skin's lightness", 0.3, 3, Scope.SAMPLE),
  GROOMING_FLUSH("grooming.flush", "redness", -1, 1, Scope.SAMPLE),
  GROOMING_YEARS("grooming.years", "years older than usual", -30, 30, Scope.SAMPLE),
  GROOMING_SWEAT("grooming.sweat", "factor on gloss", 0, 5, Scope.SAMPLE);

  private final String label;
  private final String unit;
  private final double low;
  private final double high;
  private final Scope scope;
  private final long stream;

  /** Makes the control of a direction: a shift in its units, within the range of all of them. */
  FaceControl(String direction) {
    this(direction, "standard deviations", -3, 3, Scope.SUBJECT);
  }

  FaceControl(String label, String unit, double low, double high, Scope scope) {
    this.label = label;
    this.unit = unit;
    this.low = low;
    this.high = high;
    this.scope = scope;
    this.stream = Streams.of(label);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public long stream() {
    return stream;
  }
}
