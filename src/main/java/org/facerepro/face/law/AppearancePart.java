package org.facerepro.face.law;

import static org.facerepro.face.law.FaceControl.EXPRESSION_SCALE;
import static org.facerepro.face.law.FaceControl.LIGHT_CAST_SHADOW;
import static org.facerepro.face.law.FaceControl.SENSOR_BALANCE;
import static org.facerepro.face.law.FaceControl.SENSOR_BLUR;
import static org.facerepro.face.law.FaceControl.SENSOR_CONTRAST;
import static org.facerepro.face.law.FaceControl.SENSOR_JPEG_QUALITY;
import static org.facerepro.face.law.FaceControl.SENSOR_MOTION;
import static org.facerepro.face.law.FaceControl.SENSOR_NOISE;
import static org.facerepro.face.law.FaceControl.SENSOR_TINT;
import static org.facerepro.face.law.FaceControl.WEAR_GLASSES;
import static org.facerepro.face.law.FaceControl.WEAR_HEADWEAR;
import static org.facerepro.face.law.FaceControl.WEAR_MAKE_UP;
import static org.facerepro.face.law.FaceControl.WEAR_MASK;
import static org.facerepro.face.law.FaceControl.WEAR_OCCLUDER;
import static org.facerepro.face.law.FaceControl.WEAR_SUNGLASSES;

import java.util.Map;

/**
 * A part of appearance that can be left out; nothing else of a picture changes. Some parts go by
 * fixing controls, the others are asked for by whoever draws them ({@link Draws#lacks}).
 */
public enum AppearancePart {
  HAIR(Map.of()),
  FACIAL_HAIR(Map.of()),
  PAINTED_IDENTITY(Map.of()),
  MID_FREQUENCY_TEXTURE(Map.of()),
  SHAPE_IDENTITY(Map.of()),
  EXPRESSION(Map.of(EXPRESSION_SCALE, 0.0)),
  CAST_SHADOW(Map.of(LIGHT_CAST_SHADOW, 0.0)),
  OCCLUDERS(Map.of(WEAR_MASK, 0.0, WEAR_OCCLUDER, 0.0)),
  GLASSES(Map.of(WEAR_GLASSES, 0.0, WEAR_SUNGLASSES, 0.0)),
  HEADWEAR(Map.of(WEAR_HEADWEAR, 0.0)),
  MAKE_UP(Map.of(WEAR_MAKE_UP, 0.0)),
  BACKGROUND(Map.of()),
  SENSOR(
      Map.of(
          SENSOR_BLUR, 0.0,
          SENSOR_MOTION, 0.0,
          SENSOR_NOISE, 0.0,
          SENSOR_BALANCE, 0.0,
          SENSOR_TINT, 0.0,
          SENSOR_CONTRAST, 1.17,
          SENSOR_JPEG_QUALITY, 95.0));

  // an immutable copy
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<FaceControl, Double> fixes;

  AppearancePart(Map<FaceControl, Double> fixes) {
    this.fixes = fixes;
  }

  /** Returns the values at which controls are held where this part is left out. */
  public Map<FaceControl, Double> fixes() {
    return fixes;
  }
}
