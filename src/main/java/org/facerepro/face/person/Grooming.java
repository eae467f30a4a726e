package org.facerepro.face.person;

import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;

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
  private static final Law TAN = new Law.LogNormal(1, 0.07);
  private static final Law FLUSH = new Law.Gaussian(0, 0.3);
  private static final Law YEARS = new Law.Gaussian(0, 4);
  private static final Law SWEAT = new Law.LogNormal(1, 0.24);

  /** Draws the state of one picture. */
  public static Grooming draw(SubjectTraits traits, Palette palette, Draws draws) {
    HairDay hair = HairDay.draw(draws.rng("hair-day"));
    MakeUp makeUp = MakeUp.draw(traits, palette, draws);
    double habit = traits.beardStyle() == BeardStyle.STUBBLE ? 0.55 : 0.1;
    double growth = draws.value(FaceControl.GROOMING_STUBBLE, new Law.Gaussian(habit, 0.16));
    return new Grooming(
        hair,
        makeUp,
        draws.lacks(AppearancePart.FACIAL_HAIR) ? 0 : (float) growth,
        draws.happens(FaceControl.GROOMING_SHAVED, SHAVED),
        (float) draws.value(FaceControl.GROOMING_TAN, TAN),
        (float) draws.value(FaceControl.GROOMING_FLUSH, FLUSH),
        (float) draws.value(FaceControl.GROOMING_YEARS, YEARS),
        (float) draws.value(FaceControl.GROOMING_SWEAT, SWEAT));
  }
}
