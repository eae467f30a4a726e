package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.clamp;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Palette;
import org.facerepro.face.person.Subject;

/** Paints skin: tone, mottling, blood, moles, sockets and the lines of age. */
public final class SkinPainter {
  private final NoiseBank noise;

  public SkinPainter(NoiseBank noise) {
    this.noise = noise;
  }

  public void paint(SkinTexture texture, Subject s, Palette palette, boolean detailed) {
    Rng rng = s.seed().child("skin").rng();
    ground(texture, s, palette, rng, detailed);
    blood(texture, s);
    sockets(texture, s);
    lines(texture, s, rng);
    nostrils(texture);
    moles(texture, rng);
  }

  private void ground(SkinTexture texture, Subject s, Palette palette, Rng rng, boolean detailed) {
    int ox = rng.nextInt(256);
    int oy = rng.nextInt(256);
    float mottling = s.colour(ColourComponent.SKIN_MOTTLING, 1, 0.3, 0.3, 2);
    float coarse = 0.055f * mottling;
    float middle = 0.045f * mottling;
    float fine = (detailed ? 0.055f : 0.025f) * mottling;
    float freckles = clamp(0.16f * s.colour(ColourComponent.FRECKLES) - 0.1f, 0, 0.4f);
    float shine = s.colour(ColourComponent.SKIN_SHINE, 1, 0.35, 0.2, 2);
    Rgb skin = palette.skin();
    for (int j = 0; j < SkinTexture.HEIGHT; j++) {
      for (int i = 0; i < SkinTexture.WIDTH; i++) {
        float a = noise.coarse(i + ox, j + oy);
        float b = noise.middle(i + oy, j - ox);
        float c = noise.fine(i - ox, j + oy);
        float light = 1 + coarse * a + middle * b + fine * c;
        float red = 1 - 0.5f * coarse * noise.coarse(i - oy, j + ox) - 0.5f * middle * b;
        float spot = 1 - freckles * step(1, 2, c + 0.5f * b);
        texture.set(
            i,
            j,
            skin.r() * light * (0.4f + 0.6f * spot),
            skin.g() * light * red * spot,
            skin.b() * light * red * spot,
            shine);
      }
    }
  }

  private static void blood(SkinTexture texture, Subject s) {
    float cheeks = s.colour(ColourComponent.CHEEK_REDNESS, 0.38, 0.3, 0, 1.3);
    texture.tint(
        0, -75, (x, y) -> cheeks * bell(Math.abs(x) - 43, y + 35, 30, 32), Rgb.of(0.97, 0.8, 0.8));
    float nose = s.colour(ColourComponent.NOSE_REDNESS, 0.5, 0.3, 0, 1.3);
    texture.tint(-20, -60, (x, y) -> nose * bell(x, y + 37, 26, 20), Rgb.of(0.97, 0.8, 0.8));
  }

  private static void sockets(SkinTexture texture, Subject s) {
    float lids = s.colour(ColourComponent.EYELID_DARKNESS, 0.65, 0.22, 0.05, 1);
    Rgb shade = Rgb.of(0.55, 0.46, 0.46);
    texture.tint(16, -18, (x, y) -> lids * bell(Math.abs(x) - 33, y + 1, 28, 17), shade);
    texture.tint(
        16, -14, (x, y) -> Math.min(1, 1.5f * lids) * bell(Math.abs(x) - 10, y + 1, 10, 18), shade);
    texture.tint(12, -20, (x, y) -> 0.95f * bell(Math.abs(x) - 48, y + 4, 17, 15), shade);
    texture.tint(0, -18, (x, y) -> 0.65f * bell(Math.abs(x) - 33, y + 9, 25, 10), shade);
    float crease = s.colour(ColourComponent.LID_CREASE, 0.6, 0.25, 0, 1);
    float flat = 1 - (float) s.traits().eyeFold();
    texture.tint(14, 0, new Arc(16, 4.5, 9.2, 46, 4.5, 1.8, crease * (0.25 + 0.75 * flat)), shade);
  }

  private static void lines(SkinTexture texture, Subject s, Rng rng) {
    Rgb dark = Rgb.of(0.62, 0.5, 0.46);
    float bags = s.colour(ColourComponent.EYE_BAGS, 0.4, 0.25, 0, 1);
    texture.tint(-2, -18, new Arc(16, -5, -10.5, 45, -5, 3, bags), Rgb.of(0.72, 0.62, 0.62));
    texture.tint(-6, -26, new Arc(16, -11, -17, 42, -14, 3, 0.7 * bags), Rgb.of(0.75, 0.66, 0.64));
    float folds = s.colour(ColourComponent.NASOLABIAL_FOLDS, 0.4, 0.27, 0.05, 1.1);
    texture.tint(-36, -90, (x, y) -> folds * nasolabial(Math.abs(x), y), Rgb.of(0.68, 0.58, 0.55));
    float forehead = s.colour(ColourComponent.FOREHEAD_LINES, 0.15, 0.3, 0, 1);
    for (int i = 0; i < 4; i++) {
      float y = (float) rng.uniform(36, 66);
      float wave = (float) rng.gaussian(0, 1.5);
      texture.tint(
          y + 7, y - 7, new Arc(0, y - wave, y + wave, 44, y - 3, 2.1, 0.55 * forehead), dark);
    }
    float crow = s.colour(ColourComponent.CROW_FEET, 0.1, 0.3, 0, 1);
    for (int i = 0; i < 3; i++) {
      float y = 5 - 6 * i;
      texture.tint(y + 6, y - 8, new Arc(49, 0.4 * y, 0.7 * y, 61, y, 1.2, 0.7 * crow), dark);
    }
    texture.tint(26, 8, (x, y) -> forehead * 0.8f * bell(Math.abs(x) - 5, y - 17, 1.8f, 9), dark);
  }

  private static float nasolabial(float ax, float y) {
    float t = clamp((-42 - y) / 34);
    float centre = 17 + 17 * t - 3 * t * (1 - t);
    float d = (ax - centre) / 3.2f;
    return bell(d * d) * step(-38, -46, y) * step(-84, -70, y);
  }

  private static void nostrils(SkinTexture texture) {
    texture.tint(
        -38,
        -54,
        (x, y) -> 0.85f * bell(Math.abs(x) - 7.5f, y + 45, 5.5f, 3),
        Rgb.of(0.12, 0.06, 0.06));
    texture.tint(
        -36, -58, (x, y) -> 0.6f * bell(Math.abs(x) - 19, y + 42, 3, 9), Rgb.of(0.6, 0.5, 0.5));
  }

  private static void moles(SkinTexture texture, Rng rng) {
    int count = rng.nextInt(7);
    for (int i = 0; i < count; i++) {
      float mx = (float) rng.gaussian(0, 32);
      float my = (float) rng.uniform(-105, 65);
      float radius = (float) rng.uniform(1.2, 3.2);
      float strength = (float) rng.uniform(0.3, 1);
      texture.tint(
          my + radius,
          my - radius,
          (x, y) -> strength * bell(x - mx, y - my, radius, radius),
          Rgb.of(0.3, 0.2, 0.17));
    }
  }
}
