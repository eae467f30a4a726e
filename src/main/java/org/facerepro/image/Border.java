package org.facerepro.image;

/** What a warp sees outside its source picture. */
public enum Border {
  /** Black, as {@code warpAffine} of OpenCV does by default. */
  BLACK,
  /** The nearest pixel of the picture. */
  REPLICATE
}
