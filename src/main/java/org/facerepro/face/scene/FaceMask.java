package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;

/** A mask over mouth and nose, with loops to the ears. */
public enum FaceMask {
  NONE,
  SURGICAL,
  CLOTH;

  private static final float BRIDGE = -19;
  private static final float UNDER_CHIN = -123;
  private static final float HALF_ARC = 70;
  private static final float ROUND = 9;

  /** Where the loops leave the mask and meet the ears: across, upper and lower height, mm. */
  private static final float LOOP_FROM = 67;

  private static final float LOOP_TO = 116;
  private static final float[] LOOP_START = {-42, -88};
  private static final float[] LOOP_END = {8, -26};
  private static final float LOOP_HALF = 1.5f;

  /** How far the mask's shadow reaches over the skin, mm. */
  private static final float SHADOW = 8;

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

  /** Returns the way from a place inside the mask to its edge, mm; negative outside. */
  static float depth(float u, float y) {
    float across = Math.abs(u);
    float top = BRIDGE - 16 * Kernel.step(5, 46, across) - 4 * Kernel.step(40, 75, across);
    float bottom = UNDER_CHIN + 29 * Kernel.step(18, 72, across);
    float upright = Math.min(top - y, y - bottom);
    float aside = HALF_ARC - across;
    float a = ROUND - upright;
    float b = ROUND - aside;
    return a > 0 && b > 0 ? ROUND - (float) Math.sqrt(a * a + b * b) : Math.min(upright, aside);
  }

  /** Returns how much of the face is covered at a place, 0 to 1; the loops left out. */
  float cover(float u, float y) {
    return this == NONE || y > BRIDGE + 2 || y < UNDER_CHIN - 2
        ? 0
        : Kernel.step(-0.8f, 0.8f, depth(u, y));
  }

  /** Returns how much of a place a loop covers, 0 to 1. */
  float loop(float u, float y) {
    float t = (Math.abs(u) - LOOP_FROM) / (LOOP_TO - LOOP_FROM);
    if (this == NONE || t < 0 || t > 1) {
      return 0;
    }
    float cover = 0;
    for (int k = 0; k < 2; k++) {
      float off = Math.abs(y - Kernel.mix(LOOP_START[k], LOOP_END[k], t));
      cover = Math.max(cover, Kernel.step(1.6f * LOOP_HALF, 0.6f * LOOP_HALF, 0.72f * off));
    }
    return cover;
  }

  /** Returns how deep the mask's shadow is on the skin beside it, 0 to 1. */
  float shadow(float u, float y) {
    return this == NONE ? 0 : Kernel.step(-SHADOW, 0.5f, depth(u, y));
  }

  /** Returns the brightness of the cloth: hems, the pleats or the middle seam. */
  float light(float u, float y) {
    float rim = (depth(u, y) - 4) / 1.3f;
    float hem = 1 - 0.13f * Kernel.bell(rim * rim);
    if (this != SURGICAL) {
      return hem * (1 - 0.16f * Kernel.bell(u * u / 2.2f));
    }
    float fold = (y + 110) / 15;
    float part = fold - (float) Math.floor(fold);
    float pleated =
        Kernel.step(-108, -98, y) * Kernel.step(-40, -48, y) * Kernel.step(66, 44, Math.abs(u));
    float slope = Kernel.step(0.72f, 0.96f, part) * Kernel.step(1, 0.97f, part);
    return hem * (1 - 0.2f * pleated * slope);
  }
}
