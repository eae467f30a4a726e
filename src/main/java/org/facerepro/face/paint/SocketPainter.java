package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;

import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/** Paints the skin around the eyes: lids, their crease, circles and bags. */
final class SocketPainter {
  private static final Rgb SHADE = Rgb.of(0.55, 0.46, 0.46);
  private static final Rgb CIRCLE = Rgb.of(0.68, 0.58, 0.62);
  private static final Rgb BAG = Rgb.of(0.73, 0.64, 0.63);

  /** Sum of shades up to which each counts in full, and what others can add to it at most. */
  private static final float FREE = 0.7f;

  private static final float ROOM = 0.3f;

  /** How much less the crease and its hood darken what is in full shade. */
  private static final float SPARED = 0.6f;

  private SocketPainter() {}

  static void paint(SkinTexture texture, Subject s) {
    float lids = s.colour(ColourComponent.EYELID_DARKNESS, 0.4, 0.3, 0, 1.2);
    float deep = s.colour(ColourComponent.SOCKET_DEPTH, 0.15, 0.3, 0, 1);
    float inner = s.colour(ColourComponent.INNER_CORNER_SHADE, 0.45, 0.3, 0, 1.3);
    float outer = s.colour(ColourComponent.OUTER_CORNER_SHADE, 0.35, 0.3, 0, 1.2);
    float lower = s.colour(ColourComponent.LOWER_LID_SHADE, 0.8, 0.35, 0, 1.2);
    SkinTexture.Brush shades =
        (x, y) -> {
          float ax = Math.abs(x);
          return together(
              lids * bell(ax - 32, y + 2, 24, y > -2 ? 11 : 13)
                  + deep * bell(ax - 32, y - 8, 26, 6)
                  + inner * bell(ax - 10, y + 1, 10, 18)
                  + outer * bell(ax - 48, y + 4, 17, 15)
                  + lower * bell(ax - 33, y + 9, 25, 10));
        };
    texture.tint(17, -19, 65, shades, SHADE);
    crease(texture, s, shades);
    under(texture, s);
  }

  /** Returns how dark shades are that lie over each other: more of them darken less and less. */
  private static float together(float sum) {
    float over = sum - FREE;
    return over <= 0 ? sum : FREE + over / (1 + over / ROOM);
  }

  /** Returns a brush that counts less where the skin is dark already. */
  private static SkinTexture.Brush over(SkinTexture.Brush shades, SkinTexture.Brush brush) {
    return (x, y) -> {
      float w = brush.at(x, y);
      return w > 0 ? w * (1 - SPARED * shades.at(x, y)) : 0;
    };
  }

  private static void crease(SkinTexture texture, Subject s, SkinTexture.Brush shades) {
    float open = 1 - 0.75f * (float) s.traits().eyeFold();
    float hood = s.colour(ColourComponent.LID_HOODING, 0.25, 0.25, 0, 1);
    float strength =
        open * (1 - 0.6f * hood) * s.colour(ColourComponent.LID_CREASE, 0.7, 0.45, 0, 1.2);
    float height = s.colour(ColourComponent.LID_CREASE_HEIGHT, 8.6, 2, 4.5, 14);
    texture.tint(
        17,
        0,
        46,
        over(shades, new Arc(16, 0.5 * height, height, 46, 0.5 * height, 2, strength)),
        SHADE.scaled(0.85));
    texture.tint(
        14,
        0,
        54,
        over(shades, (x, y) -> 0.7f * hood * bell(Math.abs(x) - 42, y - 4, 12, 6)),
        Rgb.of(0.72, 0.64, 0.62));
  }

  private static void under(SkinTexture texture, Subject s) {
    float circles = s.colour(ColourComponent.DARK_CIRCLES, 0.65, 0.4, 0, 1.4);
    texture.tint(-5, -27, 52, (x, y) -> circles * bell(Math.abs(x) - 29, y + 16, 22, 10), CIRCLE);
    float bags = s.colour(ColourComponent.EYE_BAGS, 0.4, 0.4, 0, 1.3);
    texture.tint(-2, -18, 45, new Arc(16, -5, -10.5, 45, -5, 3, bags), BAG);
    texture.tint(-6, -26, 42, new Arc(16, -11, -17, 42, -14, 3, 0.8 * bags), BAG);
    texture.tint(
        -9, -20, 42, (x, y) -> bags * bell(Math.abs(x) - 30, y + 14, 12, 4), Rgb.of(1.1, 1.1, 1.1));
    float trough = s.colour(ColourComponent.TEAR_TROUGH, 0.3, 0.38, 0, 1.3);
    texture.tint(-6, -33, 38, new Arc(10, -8, -21, 36, -29, 3.5, trough), BAG);
  }
}
