package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/** Paints the lines of age, each set at its own place of the face. */
final class LinePainter {
  private static final Rgb DARK = Rgb.of(0.62, 0.5, 0.46);
  private static final Rgb SOFT = Rgb.of(0.68, 0.58, 0.55);

  private LinePainter() {}

  static void paint(SkinTexture texture, Subject s, Rng rng) {
    forehead(texture, s, rng);
    eyes(texture, s);
    cheeks(texture, s, rng);
    chin(texture, s, rng);
  }

  private static void forehead(SkinTexture texture, Subject s, Rng rng) {
    float strength = s.colour(ColourComponent.FOREHEAD_LINES, 0.15, 0.32, 0, 1.1);
    for (int i = 0; i < 4; i++) {
      float y = 37 + 8 * i + (float) rng.uniform(0, 5);
      float wave = (float) rng.gaussian(0, 1);
      double reach = rng.uniform(28, 50);
      texture.tint(
          y + 7,
          y - 7,
          50,
          new Arc(0, y - wave, y + wave, reach, y - 3, 3.5, 0.35 * strength),
          DARK);
    }
    float frown = s.colour(ColourComponent.FROWN_LINES, 0.12, 0.32, 0, 1.1);
    float apart = (float) rng.uniform(3.5, 7);
    texture.tint(
        27, 7, 10, (x, y) -> 0.65f * frown * bell(Math.abs(x) - apart, y - 17, 2.2f, 10), DARK);
  }

  private static void eyes(SkinTexture texture, Subject s) {
    float crow = s.colour(ColourComponent.CROW_FEET, 0.1, 0.32, 0, 1.1);
    for (int i = 0; i < 3; i++) {
      float y = 5 - 6 * i;
      texture.tint(y + 6, y - 8, 61, new Arc(49, 0.4 * y, 0.7 * y, 61, y, 1.3, 0.8 * crow), DARK);
    }
  }

  private static void cheeks(SkinTexture texture, Subject s, Rng rng) {
    float folds = s.colour(ColourComponent.NASOLABIAL_FOLDS, 0.42, 0.3, 0.03, 1.2);
    float wide = (float) rng.uniform(2.4, 4);
    float spread = (float) rng.gaussian(17, 2);
    texture.tint(
        -36, -90, 42, (x, y) -> Math.min(1, folds * fold(Math.abs(x), y, spread, wide)), SOFT);
    float marionette = s.colour(ColourComponent.MARIONETTE_LINES, 0.1, 0.28, 0, 1);
    texture.tint(
        -74,
        -102,
        36,
        (x, y) -> marionette * bell(Math.abs(x) - 28 + 0.12f * (y + 76), y + 86, 4, 14),
        SOFT);
  }

  private static float fold(float ax, float y, float spread, float wide) {
    float t = clamp((-42 - y) / 34);
    float centre = 17 + spread * t - 3 * t * (1 - t);
    float d = (ax - centre) / wide;
    return bell(d * d) * step(-38, -46, y) * step(-84, -70, y);
  }

  private static void chin(SkinTexture texture, Subject s, Rng rng) {
    float crease = s.colour(ColourComponent.CHIN_CREASE, 0.32, 0.25, 0, 1.1);
    texture.tint(-82, -96, 24, (x, y) -> crease * bell(x, y + 89, 23, 5), SOFT);
    float neck = s.colour(ColourComponent.NECK_LINES, 0.15, 0.25, 0, 1);
    for (int i = 0; i < 2; i++) {
      float line = (float) rng.uniform(-150, -128);
      texture.tint(line + 4, line - 4, 60, (x, y) -> neck * bell(x, y - line, 46, 3.5f), SOFT);
    }
  }
}
