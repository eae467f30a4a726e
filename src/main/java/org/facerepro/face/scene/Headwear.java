package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;

/** What is worn on the head, with the shape of what it covers. */
public enum Headwear {
  NONE(0),
  CAP(8),
  BEANIE(9),
  HEADSCARF(6),
  BRIMMED(13);

  /** How much deeper a hat sits behind the ears than on the forehead, mm. */
  private static final float LEVEL = 16;

  private final float thickness;

  Headwear(float thickness) {
    this.thickness = thickness;
  }

  /** Returns how far it stands off the scalp, mm. */
  float thickness() {
    return thickness;
  }

  boolean hasBrim() {
    return this == CAP || this == BRIMMED;
  }

  /** Returns whether it holds long hair out of sight. */
  boolean hidesHair() {
    return this == HEADSCARF;
  }

  /**
   * Returns how much of the head is covered at a place, 0 to 1.
   *
   * @param line height of the edge on the forehead, mm
   */
  float cover(float line, float u, float y) {
    return switch (this) {
      case NONE -> 0;
      case CAP, BRIMMED -> step(y - edge(line, u));
      case BEANIE -> step(y - line + 0.0032f * u * u);
      case HEADSCARF -> step(scarf(line, Math.abs(u), y));
    };
  }

  /**
   * Returns the height at which the cloth of a cap or hat ends; a hat sits level, a cap reaches
   * down to the neck.
   *
   * @param line height of the edge on the forehead, mm
   */
  float edge(float line, float u) {
    float drop = 0.0012f * u * u;
    return line - (this == BRIMMED ? Math.min(drop, LEVEL) : drop);
  }

  private static float scarf(float line, float au, float y) {
    float frame = au - 66 - 0.0035f * (y + 20) * (y + 20) * (y < -20 ? -0.35f : 0.1f);
    return Math.max(Math.max(y - line - 4 + 0.0012f * au * au, frame), -123 - y);
  }

  private static float step(float depth) {
    return Kernel.step(-0.8f, 0.8f, depth);
  }
}
