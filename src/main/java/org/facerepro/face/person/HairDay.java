package org.facerepro.face.person;

import org.facerepro.core.Rng;

/**
 * How a subject's hair lies in one picture.
 *
 * @param volume factor on its thickness
 * @param parting shift of the parting, mm
 * @param flipped whether the parting is on the other side
 * @param fringe shift of the fringe's edge, mm
 * @param forelock how far a lock falls deeper than usual, mm
 * @param length shift of the lower end of long hair, mm
 * @param tied whether long hair is tied back
 * @param brushedBack share by which fringe and wisps are brushed out of the face, 0 to 1
 * @param mess strength of strands out of place, 0 to 1
 * @param wet how wet or oiled it is, 0 to 1
 * @param forwardLeft turn of the front edges of long hair over the cheeks, radians; left of the
 *     picture
 * @param forwardRight the same on the right of the picture
 * @param wisps number that places the wisps
 */
public record HairDay(
    float volume,
    float parting,
    boolean flipped,
    float fringe,
    float forelock,
    float length,
    boolean tied,
    float brushedBack,
    float mess,
    float wet,
    float forwardLeft,
    float forwardRight,
    int wisps) {
  private static final double TIED = 0.2;
  private static final double WET = 0.05;
  private static final double FLIPPED = 0.06;
  private static final double BRUSHED_BACK = 0.12;

  public static HairDay draw(Rng rng) {
    float sway = (float) rng.gaussian(0, 0.1);
    return new HairDay(
        (float) StrictMath.exp(rng.gaussian(0, 0.2)),
        (float) rng.gaussian(0, 8),
        rng.chance(FLIPPED),
        (float) rng.gaussian(0, 5),
        (float) Math.max(0, rng.gaussian(-2, 9)),
        (float) rng.gaussian(0, 12),
        rng.chance(TIED),
        rng.chance(BRUSHED_BACK) ? (float) rng.uniform(0.5, 1) : 0,
        (float) rng.uniform(0, 1),
        rng.chance(WET) ? (float) rng.uniform(0.4, 1) : 0,
        sway + (float) rng.gaussian(0, 0.09),
        -sway + (float) rng.gaussian(0, 0.09),
        rng.nextInt(1 << 16));
  }
}
