package org.facerepro.face.person;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;

/**
 * What is painted on a face for one picture; strengths from 0 to 1.
 *
 * @param lipstick strength on the lips
 * @param lipColour linear colour of the lipstick
 * @param shadow strength of the eye shadow
 * @param shadowColour linear colour that multiplies the lids
 * @param blush strength on the cheeks
 * @param foundation how far it evens out the skin
 * @param liner how much darker it makes lashes and lid edges
 */
public record MakeUp(
    float lipstick,
    Rgb lipColour,
    float shadow,
    Rgb shadowColour,
    float blush,
    float foundation,
    float liner) {
  /** A bare face. */
  public static final MakeUp NONE = new MakeUp(0, new Rgb(0, 0, 0), 0, new Rgb(1, 1, 1), 0, 0, 0);

  private static final double WEARS_ANYWAY = 0.12;
  private static final double HABIT = 0.75;
  private static final double MASCULINE = 0.01;

  /** Returns the probability that a picture of the subject shows make-up. */
  static double chance(SubjectTraits traits) {
    return traits.masculine() ? MASCULINE : WEARS_ANYWAY + HABIT * traits.makeUp();
  }

  static MakeUp draw(SubjectTraits traits, Palette palette, Draws draws) {
    if (!draws.happens(FaceControl.WEAR_MAKE_UP, chance(traits))) {
      return NONE;
    }
    Rng rng = draws.rng("make-up");
    double depth = rng.uniform(0.35, 1);
    Rgb lip =
        palette
            .lips()
            .times(
                1.15 * depth + 0.1,
                0.5 * depth * rng.uniform(0.4, 1.2),
                0.65 * depth * rng.uniform(0.4, 1.3));
    Rgb lid = Rgb.of(rng.uniform(0.5, 0.9), rng.uniform(0.45, 0.75), rng.uniform(0.5, 0.85));
    return new MakeUp(
        rng.chance(0.85) ? (float) rng.uniform(0.4, 0.95) : 0,
        lip,
        rng.chance(0.6) ? (float) rng.uniform(0.2, 0.8) : 0,
        lid,
        (float) Math.max(0, rng.gaussian(0.25, 0.3)),
        (float) rng.uniform(0, 0.6),
        (float) rng.uniform(0.1, 1));
  }
}
