package org.facerepro.face.person;

import org.facerepro.face.draw.Rgb;

/**
 * The subject's few base colours, linear light.
 *
 * @param shine factor on the skin's gloss: the same gleam is stronger beside dark skin
 */
public record Palette(Rgb skin, Rgb lips, Rgb hair, Rgb brow, Rgb beard, Rgb iris, float shine) {
  private static final Rgb BLOND = Rgb.of(0.42, 0.27, 0.13);
  private static final Rgb BLACK = Rgb.of(0.012, 0.010, 0.009);
  private static final Rgb GREY = Rgb.of(0.42, 0.41, 0.40);

  /** Lightness of the lightest brows, as a part of the skin's. */
  private static final double SHADED = 0.45;

  private static final Rgb BROWN_IRIS = Rgb.of(0.045, 0.022, 0.010);
  private static final Rgb GREEN_IRIS = Rgb.of(0.075, 0.1, 0.05);
  private static final Rgb BLUE_IRIS = Rgb.of(0.075, 0.115, 0.15);

  public static Palette of(Subject s) {
    SubjectTraits t = s.traits();
    Rgb skin = SkinTone.of(s);
    double red = s.colour(ColourComponent.LIP_REDNESS) + SkinTone.blood(s);
    double dark = s.colour(ColourComponent.LIP_DARKNESS);
    double depth = StrictMath.exp(-0.12 * dark);
    Rgb lips =
        skin.times(
            0.86 * depth,
            0.55 * depth * StrictMath.exp(-0.12 * red),
            0.62 * depth * StrictMath.exp(-0.08 * red));
    double darkness = hairDarkness(s);
    double ginger = StrictMath.exp(-0.15 * s.colour(ColourComponent.HAIR_REDNESS));
    Rgb pigment = BLOND.layered(BLACK, darkness).times(1, ginger, ginger * ginger);
    Rgb hair = pigment.mixed(GREY, t.greyness());
    Rgb brow = BLOND.scaled(0.6).layered(BLACK, Math.min(1, darkness * 0.75 + 0.25));
    return new Palette(
        skin,
        lips,
        hair,
        under(brow.mixed(GREY, 0.45 * t.greyness()), skin),
        beard(s, brow),
        iris(s),
        (float) (1.06 - 0.25 * SkinTone.melanin(s)));
  }

  /** Returns how dark hair is drawn before greying, 0 (blond) to 1 (black). */
  public static double hairDarkness(Subject s) {
    double lightness = s.colour(ColourComponent.HAIR_LIGHTNESS);
    return Subject.between(s.traits().hairDarkness() - 0.07 * lightness, 0, 1);
  }

  /** Returns how dark skin is drawn, 0 (fair) to 1 (dark). */
  public static double melanin(Subject s) {
    return SkinTone.melanin(s);
  }

  /** Returns by what factor blood reddens cheeks, nose and chin more than the population's does. */
  public static float flow(Subject s) {
    return (float) (1 + 0.3 * SkinTone.blood(s));
  }

  /** Returns a colour that is as much darker than skin as hair in its own shade always is. */
  private static Rgb under(Rgb hair, Rgb skin) {
    return hair.scaled(Math.min(1, SHADED * grey(skin) / grey(hair)));
  }

  private static double grey(Rgb c) {
    return 0.3 * c.r() + 0.6 * c.g() + 0.1 * c.b();
  }

  private static Rgb beard(Subject s, Rgb brow) {
    double ginger = StrictMath.exp(-0.14 * Math.max(-1, s.colour(ColourComponent.BEARD_REDNESS)));
    return brow.times(1, ginger, ginger * ginger)
        .mixed(GREY, Subject.between(1.1 * s.traits().greyness(), 0, 1));
  }

  private static Rgb iris(Subject s) {
    double light = Subject.between(0.14 + 0.35 * s.colour(ColourComponent.IRIS_LIGHTNESS), 0, 1);
    double green = Subject.between(0.3 * s.colour(ColourComponent.IRIS_GREENNESS), 0, 0.8);
    return BROWN_IRIS.mixed(BLUE_IRIS.mixed(GREEN_IRIS, green), light);
  }
}
