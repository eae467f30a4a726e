package org.facerepro.face.person;

/** How a subject wears the beard. */
public enum BeardStyle {
  NONE,
  STUBBLE,
  MOUSTACHE,
  GOATEE,
  FULL,
  SIDEBURNS,
  SOUL_PATCH,
  CHIN_STRAP
}
