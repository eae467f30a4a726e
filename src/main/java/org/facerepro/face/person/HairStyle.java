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
  LONG
}
