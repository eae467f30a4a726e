package org.facerepro.face.model;

/** What the colour values of a model stand for; 0 is black and 1 is white in both. */
public enum ColourEncoding {
  /** Values of a picture as it is shown and stored in files (sRGB transfer function applied). */
  SRGB,
  /** Values proportional to reflected light. */
  LINEAR
}
