package org.facerepro.face.person;

/** What age, sex and group make likely for each colour component, in standard deviations. */
final class ColourMeans {
  private ColourMeans() {}

  static double of(ColourComponent component, SubjectTraits traits, PopulationGroup group) {
    double lined = (traits.age() - 42) / 16;
    boolean masculine = traits.masculine();
    return switch (component) {
      case FOREHEAD_LINES,
          CROW_FEET,
          NASOLABIAL_FOLDS,
          EYE_BAGS,
          FROWN_LINES,
          MARIONETTE_LINES,
          TEAR_TROUGH,
          NECK_LINES ->
          lined;
      case AGE_SPOTS, CHEEK_HOLLOW, LID_HOODING -> 0.7 * lined;
      case ACNE -> -0.8 * lined - 0.3;
      case NOSE_PORES, SCARS -> masculine ? 0.3 : -0.3;
      case BROW_THICKNESS, BROW_DENSITY, BROW_BRIDGE -> masculine ? 0.5 : -0.8;
      case BROW_ARCH, LASH_DARKNESS -> masculine ? -0.4 : 0.9;
      case BROW_TAPER -> masculine ? -0.3 : 0.6;
      case BROW_DARKNESS -> 1.4 * (traits.hairDarkness() - 0.6) - 0.6 * traits.greyness();
      case IRIS_LIGHTNESS -> 1.6 - 3.2 * traits.hairDarkness();
      case TEMPLE_RECESSION, HAIRLINE_HEIGHT -> masculine ? 0.4 + 0.3 * lined : -0.6;
      case UPPER_VERMILION, LOWER_VERMILION -> group.lips() - 0.3 * lined;
      case FRECKLES, TEMPLE_VEINS -> 0.5 - 2 * traits.melanin();
      case LIP_BORDER, DARK_CIRCLES, MOUTH_SURROUND_TONE -> 1.5 * (traits.melanin() - 0.25);
      case HAIR_CURL -> traits.melanin() > 0.6 ? 1.6 : masculine ? -0.3 : 0.1;
      case BEARD_SHADOW -> 1.5 * (traits.hairDarkness() - 0.6) - 0.8 * traits.greyness();
      case TOOTH_SHADE -> -0.5 * lined;
      case NOSE_REDNESS, CHEEK_REDNESS -> 0.3 * lined;
      default -> 0;
    };
  }
}
