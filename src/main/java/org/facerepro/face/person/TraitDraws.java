package org.facerepro.face.person;

import java.util.List;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;

/** Draws what a subject is, each trait by its control. */
final class TraitDraws {
  private static final double MASCULINE_SHARE = 0.68;
  private static final double DYED = 0.7;
  private static final Law GLASSES =
      new Law.Mixture(
          List.of(
              new Law.Mixture.Part(0.22, new Law.Uniform(0.5, 1)),
              new Law.Mixture.Part(0.78, new Law.Uniform(0, 0.04))));
  private static final Law HEADWEAR =
      new Law.Mixture(
          List.of(
              new Law.Mixture.Part(0.08, new Law.Uniform(0.2, 0.7)),
              new Law.Mixture.Part(0.92, new Law.Constant(0.01))));

  private TraitDraws() {}

  static PopulationGroup group(Draws draws) {
    int index = (int) Math.round(draws.value(FaceControl.SUBJECT_GROUP, PopulationGroup.law()));
    return PopulationGroup.of(Math.min(index, PopulationGroup.count() - 1));
  }

  static SubjectTraits traits(Draws draws, PopulationGroup group) {
    boolean masculine = draws.happens(FaceControl.SUBJECT_MASCULINE, MASCULINE_SHARE);
    double age = draws.value(FaceControl.SUBJECT_AGE, new Law.Gaussian(masculine ? 46 : 38, 14));
    double melanin =
        draws.value(FaceControl.SUBJECT_MELANIN, new Law.Gaussian(group.melanin(), 0.09));
    double hairSpread = group.hair() < 0.8 ? 0.24 : 0.06;
    return new SubjectTraits(
        masculine,
        age,
        melanin,
        draws.value(FaceControl.SUBJECT_EYE_FOLD, new Law.Gaussian(group.fold(), 0.12)),
        draws.value(FaceControl.SUBJECT_HAIR_DARKNESS, new Law.Gaussian(group.hair(), hairSpread)),
        draws.value(FaceControl.SUBJECT_GREYNESS, greyness(draws, masculine, age)),
        draws.lacks(AppearancePart.HAIR)
            ? HairStyle.BALD
            : Habits.hair(draws.rng("hair-style"), masculine, age, melanin > 0.6),
        masculine && !draws.lacks(AppearancePart.FACIAL_HAIR)
            ? Habits.beard(draws.rng("beard-style"))
            : BeardStyle.NONE,
        draws.value(
            FaceControl.SUBJECT_MAKE_UP, masculine ? new Law.Constant(0) : new Law.Uniform(0, 1)),
        draws.value(FaceControl.SUBJECT_GLASSES, GLASSES),
        draws.value(FaceControl.SUBJECT_HEADWEAR, HEADWEAR));
  }

  private static Law greyness(Draws draws, boolean masculine, double age) {
    boolean dyed = !masculine && draws.rng("dyed").chance(DYED);
    return dyed ? new Law.Constant(0) : new Law.Gaussian((age - 49) / 30, 0.3);
  }
}
