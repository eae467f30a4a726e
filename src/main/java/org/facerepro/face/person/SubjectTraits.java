package org.facerepro.face.person;

/**
 * What a subject is, beside the coefficients: the correlated facts that shape, paint and habits are
 * drawn from.
 *
 * @param masculine whether shape, brows, beard and hair follow the masculine distribution
 * @param age years, 18 to 85
 * @param melanin skin darkness, 0 (fair) to 1 (dark)
 * @param eyeFold strength of the fold over the inner corner of the eye, 0 to 1
 * @param hairDarkness 0 (blond) to 1 (black), before greying
 * @param greyness share of grey hair, 0 to 1
 * @param hairStyle habitual hair style
 * @param beardStyle habitual beard
 * @param makeUp strength of make-up, 0 to 1
 * @param glassesHabit probability that a picture shows glasses, 0 to 1
 * @param hatHabit probability that a picture shows a hat, 0 to 1
 */
public record SubjectTraits(
    boolean masculine,
    double age,
    double melanin,
    double eyeFold,
    double hairDarkness,
    double greyness,
    HairStyle hairStyle,
    BeardStyle beardStyle,
    double makeUp,
    double glassesHabit,
    double hatHabit) {
  private static final double COMMON_MELANIN = 0.2;
  private static final double COMMON_HAIR_DARKNESS = 0.75;

  /** Returns the traits with skin, hair, beard and make-up that everybody has. */
  SubjectTraits paintedAlike() {
    return new SubjectTraits(
        masculine,
        age,
        COMMON_MELANIN,
        eyeFold,
        COMMON_HAIR_DARKNESS,
        0,
        HairStyle.SHORT,
        BeardStyle.NONE,
        0,
        glassesHabit,
        hatHabit);
  }

  /** Returns the traits that means of paint see in somebody that looks older. */
  SubjectTraits aged(double years) {
    return seen(masculine, age + years);
  }

  /** Returns the traits that means of paint see in somebody of the other or the same sex. */
  SubjectTraits ofSex(boolean masculine) {
    return seen(masculine, age);
  }

  private SubjectTraits seen(boolean masculine, double years) {
    return new SubjectTraits(
        masculine,
        years,
        melanin,
        eyeFold,
        hairDarkness,
        greyness,
        hairStyle,
        beardStyle,
        makeUp,
        glassesHabit,
        hatHabit);
  }
}
