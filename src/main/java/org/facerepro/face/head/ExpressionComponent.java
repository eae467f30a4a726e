package org.facerepro.face.head;

/**
 * A named movement of the face; 0 is at rest and 1 strong.
 *
 * <p>The first twelve are combined movements of both sides. The others have the names and meanings
 * of the usual 52 blend shapes, less tongue and gaze; left and right are the person's own, so left
 * lies at positive x, on the right of the picture. {@link #MOUTH_CLOSE} closes the lips over a jaw
 * that another movement has opened.
 */
public enum ExpressionComponent {
  JAW_OPEN,
  LIPS_PARTED,
  SMILE,
  MOUTH_CORNERS_DOWN,
  LIP_PUCKER,
  SMIRK,
  BROW_RAISE,
  BROW_LOWER,
  INNER_BROW_RAISE,
  EYES_CLOSED,
  SQUINT,
  NOSE_WRINKLE,
  JAW_LEFT,
  JAW_RIGHT,
  JAW_FORWARD,
  MOUTH_CLOSE,
  MOUTH_FUNNEL,
  MOUTH_PUCKER,
  MOUTH_LEFT,
  MOUTH_RIGHT,
  MOUTH_SMILE_LEFT,
  MOUTH_SMILE_RIGHT,
  MOUTH_FROWN_LEFT,
  MOUTH_FROWN_RIGHT,
  MOUTH_DIMPLE_LEFT,
  MOUTH_DIMPLE_RIGHT,
  MOUTH_STRETCH_LEFT,
  MOUTH_STRETCH_RIGHT,
  MOUTH_ROLL_LOWER,
  MOUTH_ROLL_UPPER,
  MOUTH_SHRUG_LOWER,
  MOUTH_SHRUG_UPPER,
  MOUTH_PRESS_LEFT,
  MOUTH_PRESS_RIGHT,
  MOUTH_LOWER_DOWN_LEFT,
  MOUTH_LOWER_DOWN_RIGHT,
  MOUTH_UPPER_UP_LEFT,
  MOUTH_UPPER_UP_RIGHT,
  BROW_DOWN_LEFT,
  BROW_DOWN_RIGHT,
  BROW_INNER_UP,
  BROW_OUTER_UP_LEFT,
  BROW_OUTER_UP_RIGHT,
  CHEEK_PUFF,
  CHEEK_SQUINT_LEFT,
  CHEEK_SQUINT_RIGHT,
  NOSE_SNEER_LEFT,
  NOSE_SNEER_RIGHT,
  EYE_BLINK_LEFT,
  EYE_BLINK_RIGHT,
  EYE_SQUINT_LEFT,
  EYE_SQUINT_RIGHT,
  EYE_WIDE_LEFT,
  EYE_WIDE_RIGHT;

  /**
   * Returns whether the movement closes lids or lips: how far these go depends on where their
   * counterparts are, so it is no fixed displacement, and nothing moves that is closed already.
   */
  public boolean closes() {
    return this == EYES_CLOSED
        || this == EYE_BLINK_LEFT
        || this == EYE_BLINK_RIGHT
        || this == MOUTH_CLOSE;
  }
}
