package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints the lips of one subject; their outline also guides lipstick. */
public final class LipPainter {
  private static final float COVER = 0.88f;
  static final float HIGH = -54;
  static final float LOW = -88;
  static final float REACH = 34;

  private final float upper;
  private final float lower;
  private final float bow;
  private final float half;
  private final float gloss;

  public LipPainter(Subject s) {
    upper = s.colour(ColourComponent.UPPER_VERMILION, 7.4, 1.6, 3, 10.6);
    lower = s.colour(ColourComponent.LOWER_VERMILION, 10.8, 1.8, 4.5, 14.2);
    bow = s.colour(ColourComponent.CUPID_BOW, 1.1, 0.8, -0.3, 2.8);
    half = FacePlan.MOUTH_HALF * s.colour(ColourComponent.LIP_WIDTH, 1, 0.04, 0.88, 1.1);
    gloss = s.colour(ColourComponent.LIP_GLOSS, 1.5, 0.5, 0.4, 3);
  }

  void paint(SkinTexture texture, Subject s, Palette palette, NoiseBank noise, int ox) {
    texture.cover(
        HIGH,
        LOW,
        REACH,
        (x, y) -> {
          float w = outline(x, y);
          return w == 0 ? 0 : w * COVER * (1 - 0.06f * noise.strands((int) (2 * x) + ox, (int) y));
        },
        palette.lips(),
        gloss);
    float border = s.colour(ColourComponent.LIP_BORDER, 0.12, 0.2, 0, 0.8);
    texture.tint(HIGH, LOW, REACH, (x, y) -> border * rim(x, y), Rgb.of(0.6, 0.5, 0.5));
    float shade = s.colour(ColourComponent.UPPER_LIP_SHADE, 0.9, 0.35, 0, 1.8);
    texture.tint(-60, -71, 30, (x, y) -> shade * bell(x, y + 67, 30, 7), Rgb.of(0.74, 0.68, 0.68));
    float line = s.colour(ColourComponent.LIP_LINE, 0.78, 0.2, 0.25, 1);
    texture.tint(
        -64,
        -76,
        31,
        (x, y) -> line * bell(x, y - FacePlan.MOUTH_Y, 31, 3.8f),
        Rgb.of(0.12, 0.07, 0.07));
    texture.tint(
        -62,
        -80,
        36,
        (x, y) -> 0.75f * bell(Math.abs(x) - 25, y + 70.5f, 10, 7),
        Rgb.of(0.52, 0.42, 0.42));
  }

  /** Returns how far a place lies on the lips, 0 to 1. */
  float outline(float x, float y) {
    return step(0.6f, -1.2f, outside(x, y));
  }

  private float rim(float x, float y) {
    float d = outside(x, y) / 1.9f;
    return bell(d * d);
  }

  private float outside(float x, float y) {
    float t = x / half;
    float open = 1 - t * t;
    if (open <= 0) {
      return 9;
    }
    float dy = y - FacePlan.MOUTH_Y;
    float dip = bow * bell(x, 0, 6, 1);
    float edge = dy > 0 ? upper * (0.25f * open + 0.75f * open * open) - dip : lower * open;
    return Math.abs(dy) - edge;
  }
}
