package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;

/**
 * Something that stands between camera and face.
 *
 * @param kind what it is
 * @param side -1 for the left of the picture, 1 for the right
 * @param height height of its upper end, mm
 * @param aside distance of its upper end from the middle of the face, mm
 * @param lean sideways run of its lower end, mm
 * @param colour linear colour; a hand takes the subject's skin instead
 */
public record Occluder(Kind kind, int side, float height, float aside, float lean, Rgb colour) {
  private static final double CHANCE = 0.03;

  /** The kinds of occluders. */
  public enum Kind {
    NONE,
    HAND,
    MICROPHONE,
    SHEET
  }

  static Occluder draw(Draws draws) {
    boolean there = draws.happens(FaceControl.WEAR_OCCLUDER, CHANCE);
    Rng rng = draws.rng("occluder");
    double r = rng.nextDouble();
    Kind kind = !there ? Kind.NONE : r < 0.45 ? Kind.HAND : r < 0.85 ? Kind.MICROPHONE : Kind.SHEET;
    double level = kind == Kind.SHEET ? rng.uniform(0.05, 0.7) : rng.uniform(0.01, 0.08);
    double top =
        switch (kind) {
          case HAND -> rng.uniform(-95, 10);
          case MICROPHONE -> rng.uniform(-125, -85);
          default -> rng.uniform(-110, -30);
        };
    return new Occluder(
        kind,
        rng.chance(0.5) ? 1 : -1,
        (float) top,
        (float) Math.abs(rng.gaussian(kind == Kind.HAND ? 38 : 0, 18)),
        (float) rng.uniform(0, 60),
        Rgb.of(level * rng.uniform(0.8, 1.2), level, level * rng.uniform(0.8, 1.2)));
  }

  public boolean present() {
    return kind != Kind.NONE;
  }
}
