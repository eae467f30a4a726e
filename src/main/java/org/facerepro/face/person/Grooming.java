package org.facerepro.face.person;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;

/**
 * What changes on a subject's own skin and hair from picture to picture.
 *
 * @param hair how the hair lies
 * @param makeUp what is painted on
 * @param stubble beard growth, 0 for clean-shaven to 1 for some days
 * @param shaved whether the habitual beard is off
 * @param tan factor on the skin's lightness
 * @param flush redness of cheeks and nose beyond the usual, -1 to 1
 * @param years how much older than usual the subject is, years
 * @param sweat factor on the skin's gloss
 */
public record Grooming(
    HairDay hair,
    MakeUp makeUp,
    float stubble,
    boolean shaved,
    float tan,
    float flush,
    float years,
    float sweat) {
  private static final double SHAVED = 0.06;

  /** Draws the state of one picture from the picture's seed. */
  public static Grooming draw(SubjectTraits traits, Palette palette, Seed picture) {
    Rng rng = picture.child("grooming").rng();
    HairDay hair = HairDay.draw(picture.child("hair-day").rng());
    MakeUp makeUp = MakeUp.draw(traits, palette, picture.child("make-up").rng());
    double habit = traits.beardStyle() == BeardStyle.STUBBLE ? 0.55 : 0.1;
    return new Grooming(
        hair,
        makeUp,
        (float) Subject.between(habit + rng.gaussian(0, 0.16), 0, 1),
        rng.chance(SHAVED),
        (float) StrictMath.exp(rng.gaussian(0, 0.07)),
        (float) Subject.between(rng.gaussian(0, 0.3), -1, 1),
        (float) rng.gaussian(0, 4),
        (float) StrictMath.exp(rng.gaussian(0, 0.3)));
  }
}
