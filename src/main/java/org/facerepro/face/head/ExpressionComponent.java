package org.facerepro.face.head;

/** A named movement of the face; 0 is at rest and 1 strong. */
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
  NOSE_WRINKLE
}
