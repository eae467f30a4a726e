package org.facerepro.face.person;

import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;

/**
 * Where a subject's hair grows and how thick it lies.
 *
 * @param style hair style
 * @param line height of the hair line in the middle of the forehead, mm
 * @param recession rise of the hair line above the temples, mm
 * @param side arc from the middle of the face at which the hair's front edge runs down, mm
 * @param bottom height at which short hair ends in front of the ear, mm
 * @param volume thickness on top, mm
 * @param sideVolume thickness beside the ears, mm
 * @param fringe height down to which the fringe falls, mm
 * @param parting arc of the parting, mm
 * @param forelock how far a lock falls below the hair line beside the parting, mm
 * @param peak drop of the hair line in the very middle, mm
 * @param length height at which long hair ends, mm
 */
public record HairPlan(
    HairStyle style,
    float line,
    float recession,
    float side,
    float bottom,
    float volume,
    float sideVolume,
    float fringe,
    float parting,
    float forelock,
    float peak,
    float length) {

  public static HairPlan of(Subject s) {
    Rng rng = s.seed().child("hair").rng();
    HairStyle style = s.traits().hairStyle();
    float volume = s.colour(ColourComponent.HAIR_VOLUME, 1, 0.35, 0.3, 2);
    float base =
        switch (style) {
          case BALD -> 0;
          case RING, CROPPED -> 3;
          case SHORT -> 14;
          case SWEPT -> 17;
          case FRINGE -> 13;
          case BOB, LONG -> 16;
        };
    return new HairPlan(
        style,
        s.colour(ColourComponent.HAIRLINE_HEIGHT, 69, 6.5, 50, 84),
        s.colour(ColourComponent.TEMPLE_RECESSION, 5, 6, -3, 26),
        (float) rng.gaussian(77, 4.5),
        (float) rng.uniform(-32, -6),
        base * volume,
        (style == HairStyle.CROPPED || style == HairStyle.RING ? 3 : 11) * volume,
        style == HairStyle.FRINGE ? (float) rng.uniform(24, 46) : 200,
        (float) rng.gaussian(0, 30),
        style == HairStyle.CROPPED ? 0 : (float) Math.max(0, rng.gaussian(4, 9)),
        (float) rng.uniform(-4, 7),
        style == HairStyle.LONG ? (float) rng.uniform(-190, -130) : (float) rng.uniform(-115, -55));
  }

  public boolean hasLocks() {
    return style == HairStyle.BOB || style == HairStyle.LONG;
  }

  /**
   * Returns how much of the scalp is covered at a place, 0 to 1; {@code jag} frays the edge, mm.
   */
  public float cover(float u, float y, float jag) {
    if (style == HairStyle.BALD) {
      return 0;
    }
    float au = Math.abs(u);
    float crown = style == HairStyle.RING ? step(40, 22, y) : 1;
    float temple = recession * bellAt(au - 42, 32);
    float drop = Math.max(0, au - 42);
    float lock = forelock * bellAt(u - parting, 44) + peak * bellAt(u, 15);
    float edge = line + temple - lock - 0.042f * drop * drop;
    float top = step(edge - 6, edge + 6, y + jag);
    float ear = Kernel.bell(au - 118, y + 6, 13, 33) > 0.05f ? 0 : 1;
    float sides = step(side - 7, side + 7, au + 0.25f * jag) * step(bottom - 6, bottom + 4, y);
    float back = step(124, 134, au) * step(-80, -60, y);
    float hair = ear * Math.max(Math.max(top * step(40, 50, y + au), sides), back);
    float behind = style == HairStyle.RING ? Math.max(crown, step(150, 170, au)) : 1;
    return Math.max(hair * behind, fringeCover(u, y, jag));
  }

  private float fringeCover(float u, float y, float jag) {
    if (style != HairStyle.FRINGE) {
      return 0;
    }
    float edge = fringe + 0.0012f * u * u + 0.12f * Math.abs(u - parting);
    return step(edge - 3, edge + 3, y + 1.6f * jag) * step(110, 90, Math.abs(u));
  }

  /** Returns how far the hair stands off the scalp at a place, mm. */
  public float thickness(float u, float y) {
    float c = cover(u, y, 0);
    if (c == 0) {
      return 0;
    }
    float high = step(20, 85, y);
    float depth = clamp((y - line + 6) / 22);
    float front = Math.abs(u) < 70 ? 0.45f + 0.55f * depth : 1;
    float part = style == HairStyle.SWEPT ? 1 - 0.35f * bellAt(u - parting, 16) * high : 1;
    return c * part * Kernel.mix(sideVolume, volume * front, high);
  }

  private static float bellAt(float d, float radius) {
    return Kernel.bell(d * d / (radius * radius));
  }
}
