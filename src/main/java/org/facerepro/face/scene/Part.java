package org.facerepro.face.scene;

/** A part of the scene with its own mesh and material. */
public enum Part {
  HEAD,
  LOCKS,
  TORSO,
  GLASSES,
  BRIM,
  OCCLUDER,
  LENSES
}
