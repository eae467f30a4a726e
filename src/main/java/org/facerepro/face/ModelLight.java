package org.facerepro.face;

/** How pictures of a morphable model are lit. */
public enum ModelLight {
  /** As the built-in head: a kind of place, its soft light and main light, by their controls. */
  SCENE,
  /**
   * By sky, ground, windows and lamps drawn at once; of the light's controls only exposure acts.
   */
  PLACE
}
