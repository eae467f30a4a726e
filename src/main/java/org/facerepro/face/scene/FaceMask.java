package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;

/** A mask over mouth and nose. */
public enum FaceMask {
  NONE,
  SURGICAL,
  CLOTH;

  /** How far a mask stands off the face, mm. */
  static final float THICKNESS = 5;

  private static final float MIDDLE = -66;
  private static final float HALF_HEIGHT = 46;
  private static final float HALF_ARC = 96;
  private static final double CHANCE = 0.01;

  static FaceMask draw(Rng rng, Draws draws) {
    boolean worn = draws.happens(FaceControl.WEAR_MASK, CHANCE);
    boolean surgical = rng.chance(0.6);
    return worn ? (surgical ? SURGICAL : CLOTH) : NONE;
  }

  Rgb colour(Rng rng) {
    double level = rng.uniform(0.02, 0.6);
    return this == SURGICAL
        ? Rgb.of(0.45, 0.62, 0.72).scaled(rng.uniform(0.8, 1.2))
        : Rgb.of(level * rng.uniform(0.6, 1.2), level, level * rng.uniform(0.6, 1.2));
  }

  /** Returns how much of the face is covered at a place, 0 to 1. */
  float cover(float u, float y) {
    if (this == NONE || y > -16 || y < -130) {
      return 0;
    }
    float across = u / HALF_ARC;
    float inside = 1 - across * across;
    if (inside <= 0) {
      return 0;
    }
    float lower = y < MIDDLE ? 10 : 0;
    float depth = (HALF_HEIGHT + lower) * (float) Math.sqrt(inside) - Math.abs(y - MIDDLE);
    return Kernel.step(-0.8f, 0.8f, depth);
  }

  /** Returns the brightness of the cloth at a height: a surgical mask lies in pleats. */
  float light(float y) {
    float fold = (y - MIDDLE) / 13;
    float part = fold - (float) Math.floor(fold);
    return this == SURGICAL ? 1 - 0.22f * Kernel.step(0.75f, 1, part) : 1;
  }
}
