package org.facerepro.face.person;

import org.facerepro.core.Rng;

/** Draws a subject's habitual hair and beard style with the frequencies of press photographs. */
final class Habits {
  private static final HairStyle[] MASCULINE = {
    HairStyle.CROPPED,
    HairStyle.SHORT,
    HairStyle.SWEPT,
    HairStyle.SIDE_PARTED,
    HairStyle.CURLY,
    HairStyle.FRINGE,
    HairStyle.BOB,
    HairStyle.TIED_BACK
  };
  private static final double[] MASCULINE_SHARE = {0.2, 0.24, 0.18, 0.22, 0.06, 0.06, 0.02, 0.02};
  private static final HairStyle[] FEMININE = {
    HairStyle.SHORT,
    HairStyle.SIDE_PARTED,
    HairStyle.SWEPT,
    HairStyle.FRINGE,
    HairStyle.CURLY,
    HairStyle.BOB,
    HairStyle.LONG,
    HairStyle.WAVY,
    HairStyle.TIED_BACK
  };
  private static final double[] FEMININE_SHARE = {
    0.06, 0.06, 0.05, 0.1, 0.06, 0.19, 0.19, 0.16, 0.13
  };
  private static final HairStyle[] TIGHT_MASCULINE = {
    HairStyle.CROPPED, HairStyle.SHORT, HairStyle.AFRO
  };
  private static final double[] TIGHT_MASCULINE_SHARE = {0.6, 0.25, 0.15};
  private static final HairStyle[] TIGHT_FEMININE = {
    HairStyle.CROPPED,
    HairStyle.CURLY,
    HairStyle.AFRO,
    HairStyle.BOB,
    HairStyle.LONG,
    HairStyle.TIED_BACK
  };
  private static final double[] TIGHT_FEMININE_SHARE = {0.1, 0.2, 0.15, 0.15, 0.15, 0.25};
  private static final BeardStyle[] BEARDS = {
    BeardStyle.NONE,
    BeardStyle.STUBBLE,
    BeardStyle.MOUSTACHE,
    BeardStyle.GOATEE,
    BeardStyle.FULL,
    BeardStyle.SIDEBURNS,
    BeardStyle.SOUL_PATCH,
    BeardStyle.CHIN_STRAP
  };
  private static final double[] BEARDS_SHARE = {0.54, 0.14, 0.1, 0.08, 0.08, 0.03, 0.015, 0.015};

  private Habits() {}

  static HairStyle hair(Rng rng, boolean masculine, double age, boolean tight) {
    double bald = masculine ? Subject.between((age - 25) / 130, 0.02, 0.32) : 0;
    if (rng.chance(bald)) {
      return rng.chance(0.35) ? HairStyle.BALD : HairStyle.RING;
    }
    double r = rng.nextDouble();
    if (tight) {
      return masculine
          ? TIGHT_MASCULINE[index(TIGHT_MASCULINE_SHARE, r)]
          : TIGHT_FEMININE[index(TIGHT_FEMININE_SHARE, r)];
    }
    return masculine ? MASCULINE[index(MASCULINE_SHARE, r)] : FEMININE[index(FEMININE_SHARE, r)];
  }

  static BeardStyle beard(Rng rng) {
    return BEARDS[index(BEARDS_SHARE, rng.nextDouble())];
  }

  private static int index(double[] shares, double r) {
    double left = r;
    for (int i = 0; i < shares.length; i++) {
      left -= shares[i];
      if (left < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }
}
