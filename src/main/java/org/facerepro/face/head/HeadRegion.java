package org.facerepro.face.head;

/**
 * A part of the head that every vertex and triangle belongs to exactly one of; left and right are
 * the person's own, so left lies at positive x, on the right of the picture.
 */
public enum HeadRegion {
  /** Skin of the face in none of the named parts: temples, around the eyes, jaw. */
  FACE_SKIN,
  FOREHEAD,
  LEFT_BROW,
  RIGHT_BROW,
  LEFT_EYELIDS,
  RIGHT_EYELIDS,
  LEFT_EYE,
  RIGHT_EYE,
  NOSE,
  LEFT_CHEEK,
  RIGHT_CHEEK,
  UPPER_LIP,
  LOWER_LIP,
  INNER_MOUTH,
  TEETH,
  CHIN,
  LEFT_EAR,
  RIGHT_EAR,
  NECK,
  SCALP
}
