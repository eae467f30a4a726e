package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints where a face is redder, darker or lighter than its mean: blood, bone and hollows. */
final class TonePainter {
  private static final Rgb BLOOD = Rgb.of(0.97, 0.8, 0.8);
  private static final Rgb SHADE = Rgb.of(0.62, 0.52, 0.48);

  /** Light that lip and cheeks send back to the underside of the nose. */
  private static final Rgb BOUNCE = Rgb.of(1.32, 1.22, 1.2);

  private TonePainter() {}

  static void paint(SkinTexture texture, Subject s) {
    blood(texture, s);
    tones(texture, s);
    hollows(texture, s);
    nose(texture, s);
  }

  private static void blood(SkinTexture texture, Subject s) {
    float flow = Palette.flow(s);
    float cheeks = flow * s.colour(ColourComponent.CHEEK_REDNESS, 0.42, 0.32, 0, 1.4);
    texture.tint(0, -75, 75, (x, y) -> cheeks * bell(Math.abs(x) - 43, y + 35, 30, 32), BLOOD);
    float nose = flow * s.colour(ColourComponent.NOSE_REDNESS, 0.5, 0.35, 0, 1.4);
    texture.tint(-17, -60, 26, (x, y) -> nose * bell(x, y + 37, 26, 20), BLOOD);
    float chin = flow * s.colour(ColourComponent.CHIN_REDNESS, 0.2, 0.3, 0, 1.2);
    texture.tint(-82, -120, 28, (x, y) -> chin * bell(x, y + 103, 28, 18), BLOOD);
  }

  private static void tones(SkinTexture texture, Subject s) {
    float forehead = 0.07f * s.colour(ColourComponent.FOREHEAD_TONE);
    tone(texture, 82, 14, 62, forehead, (x, y) -> bell(x, y - 48, 62, 34));
    float cheek = 0.1f + 0.06f * s.colour(ColourComponent.CHEEK_TONE);
    tone(texture, 2, -58, 66, cheek, (x, y) -> bell(Math.abs(x) - 38, y + 28, 28, 30));
    float mouth = -0.1f - 0.06f * s.colour(ColourComponent.MOUTH_SURROUND_TONE);
    tone(texture, -46, -98, 44, mouth, (x, y) -> bell(x, y + 72, 44, 26));
    float jaw = 0.06f - 0.06f * s.colour(ColourComponent.JAW_TONE);
    tone(texture, -60, -150, 80, jaw, (x, y) -> step(-68, -96, y + 0.3f * Math.abs(x)));
    float ridge = 0.03f + 0.1f * s.colour(ColourComponent.NOSE_BRIDGE_TONE);
    tone(texture, 12, -38, 8, ridge, (x, y) -> bell(x, y + 14, 8, 28));
    float tip = -0.02f - 0.1f * s.colour(ColourComponent.NOSE_TIP_SHADE);
    tone(texture, -29, -52, 14, tip, (x, y) -> bell(x, y + 40, 14, 11));
  }

  private static void tone(
      SkinTexture texture,
      float high,
      float low,
      float reach,
      float amount,
      SkinTexture.Brush brush) {
    double f = 1 + amount;
    texture.tint(high, low, reach, brush, Rgb.of(f, f, f));
  }

  private static void hollows(SkinTexture texture, Subject s) {
    float hollow = s.colour(ColourComponent.CHEEK_HOLLOW, 0.12, 0.2, 0, 0.8);
    texture.tint(-34, -88, 72, (x, y) -> hollow * bell(Math.abs(x) - 53, y + 61, 18, 27), SHADE);
    float temple = s.colour(ColourComponent.TEMPLE_SHADE, 0.25, 0.2, 0, 0.9);
    texture.tint(50, -6, 78, (x, y) -> temple * bell(Math.abs(x) - 63, y - 22, 15, 28), SHADE);
    float veins = s.colour(ColourComponent.TEMPLE_VEINS, 0, 0.3, 0, 0.8);
    texture.tint(36, 8, 64, new Arc(52, 12, 26, 64, 34, 2.2, veins), Rgb.of(0.75, 0.85, 0.95));
  }

  /** Returns how near a place lies to the arc that parts a wing of the nose from the cheek. */
  private static float groove(float out, float up) {
    float a = out / 9;
    float b = up / 9.5f;
    float d = ((float) Math.sqrt(a * a + b * b) - 1) / 0.45f;
    return bell(d * d) * step(0, 7, out) * step(-9.5f, -3, up);
  }

  private static void nose(SkinTexture texture, Subject s) {
    float side = s.colour(ColourComponent.NOSE_SIDE_SHADE, 0.3, 0.3, 0, 1.1);
    texture.tint(4, -40, 24, (x, y) -> side * bell(Math.abs(x) - 14.5f, y + 18, 7, 22), SHADE);
    float wide = s.colour(ColourComponent.NOSTRIL_SIZE, 1, 0.22, 0.55, 1.6);
    float dark = s.colour(ColourComponent.NOSTRIL_DARKNESS, 0.7, 0.22, 0.15, 1);
    texture.tint(
        -40,
        -53,
        17,
        (x, y) -> {
          float out = Math.abs(x) - 6 - 1.8f * wide;
          return dark * bell(out, y + 46.5f - 0.25f * out, 3.9f * wide, 2.7f * wide);
        },
        Rgb.of(0.14, 0.07, 0.07));
    float wings = s.colour(ColourComponent.NOSE_WING_CREASE, 0.6, 0.35, 0, 1.3);
    texture.tint(
        -30, -54, 25, (x, y) -> wings * groove(Math.abs(x) - 11, y + 43), Rgb.of(0.6, 0.5, 0.5));
    float base = s.colour(ColourComponent.NOSE_BASE_SHADE, 1.05, 0.35, 0, 1.7);
    texture.tint(-44, -59, 21, (x, y) -> base * bell(x, y + 51, 21, 7.5f), SHADE);
    texture.tint(-43, -54, 18, (x, y) -> bell(x, y + 48.5f, 18, 5.5f), BOUNCE);
    float groove = s.colour(ColourComponent.PHILTRUM_SHADE, 0.25, 0.25, 0, 1);
    texture.tint(-50, -66, 5, (x, y) -> groove * bell(x, y + 58, 4.5f, 8), SHADE);
    texture.tint(
        -50,
        -66,
        9,
        (x, y) -> groove * bell(Math.abs(x) - 6, y + 58, 3, 8),
        Rgb.of(1.12, 1.12, 1.12));
  }
}
