package org.facerepro.face;

/** A part of the scene with its own mesh and material. */
enum Part {
  HEAD,
  LOCKS,
  TORSO,
  GLASSES,
  BRIM
}
