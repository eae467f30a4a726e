package org.facerepro.face.person;

import org.facerepro.face.draw.Rgb;

/**
 * The law of skin colour: pigment in layers, then blood and yellowness, which tend to limits.
 *
 * <p>The farther a coefficient lies from the population's mean, the less it adds, and the ratios of
 * the channels are held where the reflectance of living skin has them, so that no joint draw is
 * salmon red or grey. The limits are our own choice.
 */
final class SkinTone {
  private static final Rgb FAIR = Rgb.of(0.72, 0.455, 0.325);
  private static final Rgb DARK = Rgb.of(0.10, 0.050, 0.031);

  private static final double MEAN_BLOOD = MeanFace.colour(ColourComponent.HAEMOGLOBIN);
  private static final double MEAN_YELLOW = MeanFace.colour(ColourComponent.SKIN_YELLOWNESS);

  private SkinTone() {}

  /** Returns the albedo of bare skin. */
  static Rgb of(Subject s) {
    double m = melanin(s);
    double blood = blood(s);
    double yellow = toward(1.9, s.colour(ColourComponent.SKIN_YELLOWNESS) - MEAN_YELLOW);
    Rgb pigment = FAIR.layered(DARK, m);
    double g = -0.07 * MEAN_BLOOD - 0.1 * blood + 0.02 * yellow;
    double b = -0.05 * MEAN_BLOOD - 0.09 * MEAN_YELLOW - 0.07 * blood - 0.11 * yellow;
    double green = pigment.g() * StrictMath.exp(g);
    double blue = pigment.b() * StrictMath.exp(b);
    double red = pigment.r();
    green = red / Subject.between(red / green, 1.36 + 0.15 * m, 1.95 + 0.3 * m);
    blue = green / Subject.between(green / blue, 1.15, 1.75);
    return Rgb.of(red, green, blue);
  }

  /** Returns skin darkness, 0 (fair) to 1 (dark). */
  static double melanin(Subject s) {
    return Subject.between(s.traits().melanin() + 0.04 * s.colour(ColourComponent.MELANIN), 0, 1);
  }

  /** Returns by how much blood differs from the population's mean, -2.2 to 1.7. */
  static double blood(Subject s) {
    double d = s.colour(ColourComponent.HAEMOGLOBIN) - MEAN_BLOOD;
    return toward(d < 0 ? 2.2 : 1.7, d);
  }

  private static double toward(double limit, double x) {
    return limit * StrictMath.tanh(x / limit);
  }
}
