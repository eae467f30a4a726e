package org.facerepro.face.person;

/** How a subject wears the hair. */
public enum HairStyle {
  BALD,
  RING,
  CROPPED,
  SHORT,
  SWEPT,
  FRINGE,
  BOB,
  LONG,
  SIDE_PARTED,
  CURLY,
  AFRO,
  WAVY,
  TIED_BACK;

  /** Returns whether the hair falls beside face and neck. */
  public boolean falls() {
    return this == BOB || this == LONG || this == WAVY;
  }

  /** Returns whether the hair is long enough to be tied back or pinned up. */
  public boolean ties() {
    return falls() || this == TIED_BACK;
  }
}
