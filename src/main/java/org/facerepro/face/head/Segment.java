package org.facerepro.face.head;

import org.facerepro.core.EnumNames;

/** What a place of a face picture shows; the labels of segmentation maps, in this order. */
public enum Segment {
  BACKGROUND(0x000000),
  SKIN(0xe0ac86),
  EARS(0xb4785a),
  NECK(0xc88c6e),
  BROWS(0x5a3c1e),
  /** The white of the eye. */
  EYES(0xf0f0ff),
  /** Iris and pupil. */
  IRIS(0x2864c8),
  LIPS(0xc8323c),
  /** Inside of the mouth: tongue, gums and darkness. */
  INNER_MOUTH(0x500a14),
  TEETH(0xfffad2),
  HAIR(0x783c96),
  /** Beard, moustache, stubble where it hides the skin. */
  FACIAL_HAIR(0xaa6e28),
  /** Frames, and lenses that are dark; behind a clear lens is what is seen through it. */
  GLASSES(0x00c8c8),
  HEADWEAR(0xffa000),
  /** A mask worn on the face. */
  MASK(0x3cdc78),
  /** Anything else in front of the face. */
  OCCLUDER(0xff00ff),
  CLOTH(0x46825a);

  private final int rgb;

  Segment(int rgb) {
    this.rgb = rgb;
  }

  /** Returns the colour in pictures of segmentation maps, {@code 0xRRGGBB}. */
  public int rgb() {
    return rgb;
  }

  /** Returns the written name, such as {@code inner-mouth}. */
  public String label() {
    return EnumNames.of(this);
  }
}
