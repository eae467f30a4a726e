package org.facerepro.face.paint;

import static org.facerepro.face.draw.Kernel.bell;
import static org.facerepro.face.draw.Kernel.step;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.person.ColourComponent;
import org.facerepro.face.person.Subject;

/** Paints single marks: moles, spots of age, acne, a scar, the pores of the nose. */
final class SpotPainter {
  private static final Rgb MOLE = Rgb.of(0.3, 0.2, 0.17);
  private static final Rgb AGE = Rgb.of(0.72, 0.6, 0.5);
  private static final Rgb SORE = Rgb.of(0.92, 0.58, 0.58);
  private static final double SCAR_FROM = 1.1;

  private final NoiseBank noise;

  SpotPainter(NoiseBank noise) {
    this.noise = noise;
  }

  void paint(SkinTexture texture, Subject s, Rng rng) {
    double size = s.colour(ColourComponent.MOLE_SIZE, 1, 0.25, 0.5, 1.8);
    int moles = count(s, ColourComponent.MOLE_COUNT, 3, 2.2, 11);
    scatter(texture, rng, moles, 1.2 * size, 3.2 * size, 1, MOLE);
    int spots = count(s, ColourComponent.AGE_SPOTS, -1, 4, 16);
    scatter(texture, rng, spots, 2, 5.5, 0.8, AGE);
    int sores = count(s, ColourComponent.ACNE, -1, 5, 18);
    scatter(texture, rng, sores, 1.4, 3, 0.8, SORE);
    scar(texture, s, rng);
    pores(texture, s, rng);
  }

  private static int count(
      Subject s, ColourComponent component, double mean, double spread, double most) {
    return Math.round(s.colour(component, mean, spread, 0, most));
  }

  private static void scatter(
      SkinTexture texture,
      Rng rng,
      int count,
      double smallest,
      double largest,
      double strongest,
      Rgb colour) {
    for (int i = 0; i < count; i++) {
      float mx = (float) rng.gaussian(0, 34);
      float my = (float) rng.uniform(-108, 68);
      float radius = (float) rng.uniform(smallest, largest);
      float strength = (float) rng.uniform(0.3, strongest);
      texture.tint(
          my + radius,
          my - radius,
          Math.abs(mx) + radius,
          (x, y) -> strength * bell(x - mx, y - my, radius, radius),
          colour);
    }
  }

  private static void scar(SkinTexture texture, Subject s, Rng rng) {
    float mx = (float) rng.gaussian(0, 34);
    float my = (float) rng.uniform(-95, 60);
    float slope = (float) rng.gaussian(0, 0.8);
    float length = (float) rng.uniform(6, 16);
    float strength = s.colour(ColourComponent.SCARS) - (float) SCAR_FROM;
    if (strength > 0) {
      float w = Math.min(1, 0.4f + strength);
      texture.tint(
          my + length,
          my - length,
          Math.abs(mx) + length,
          (x, y) -> w * bell(y - my - slope * (x - mx), x - mx, 2, length),
          rng.chance(0.5) ? Rgb.of(1.25, 1.2, 1.2) : Rgb.of(0.9, 0.6, 0.6));
    }
  }

  private void pores(SkinTexture texture, Subject s, Rng rng) {
    float strength = s.colour(ColourComponent.NOSE_PORES, 0.12, 0.14, 0, 0.6);
    int ox = rng.nextInt(256);
    texture.tint(
        -22,
        -52,
        30,
        (x, y) ->
            strength
                * bell(x, y + 37, 30, 16)
                * step(0.2f, 1.4f, noise.fine((int) (1.6f * x) + ox + 128, (int) (1.6f * y) + ox)),
        MOLE);
  }
}
