package org.facerepro.face.truth;

import static org.facerepro.face.truth.AttributeRule.all;
import static org.facerepro.face.truth.AttributeRule.any;
import static org.facerepro.face.truth.AttributeRule.atLeast;
import static org.facerepro.face.truth.AttributeRule.below;
import static org.facerepro.face.truth.AttributeRule.is;
import static org.facerepro.face.truth.AttributeRule.not;

import java.util.Arrays;
import java.util.List;

/**
 * A named property of a face or picture with the rule that decides it: first the 47 of MAAD-Face in
 * its order and with its names, then our own. The thresholds are our choice.
 */
public enum FaceAttribute {
  MALE("Male", is(FaceFact.MASCULINE)),
  YOUNG("Young", below(FaceFact.AGE, 35)),
  MIDDLE_AGED("Middle_Aged", all(atLeast(FaceFact.AGE, 35), below(FaceFact.AGE, 60))),
  SENIOR("Senior", atLeast(FaceFact.AGE, 60)),
  ASIAN("Asian", Reasons.ANCESTRY),
  WHITE("White", Reasons.ANCESTRY),
  BLACK("Black", Reasons.ANCESTRY),
  ROSY_CHEEKS("Rosy_Cheeks", atLeast(FaceFact.CHEEK_REDNESS, 1).unless(FaceFact.MASK)),
  SHINY_SKIN("Shiny_Skin", atLeast(FaceFact.SKIN_SHINE, 1)),
  BALD("Bald", is(FaceFact.BALD).unless(FaceFact.HAT)),
  WAVY_HAIR("Wavy_Hair", all(not(is(FaceFact.BALD)), is(FaceFact.HAIR_CURL)).unless(FaceFact.HAT)),
  RECEDING_HAIRLINE(
      "Receding_Hairline",
      any(is(FaceFact.BALD), atLeast(FaceFact.TEMPLE_RECESSION, 1.3)).unless(FaceFact.HAT)),
  BANGS("Bangs", is(FaceFact.FRINGE).unless(FaceFact.HAT)),
  SIDEBURNS("Sideburns", any(is(FaceFact.SIDEBURNS), is(FaceFact.JAW_BEARD))),
  BLACK_HAIR("Black_Hair", pigment(atLeast(FaceFact.HAIR_DARKNESS, 0.85))),
  BLOND_HAIR("Blond_Hair", pigment(below(FaceFact.HAIR_DARKNESS, 0.35))),
  BROWN_HAIR(
      "Brown_Hair",
      pigment(atLeast(FaceFact.HAIR_DARKNESS, 0.35), below(FaceFact.HAIR_DARKNESS, 0.85))),
  GRAY_HAIR("Gray_Hair", is(FaceFact.GREYNESS).unless(FaceFact.HAT, FaceFact.BALD)),
  NO_BEARD(
      "No_Beard",
      not(any(
              is(FaceFact.MOUSTACHE),
              is(FaceFact.CHIN_BEARD),
              is(FaceFact.JAW_BEARD),
              atLeast(FaceFact.STUBBLE, 0.4)))
          .unless(FaceFact.MASK)),
  MUSTACHE("Mustache", is(FaceFact.MOUSTACHE).unless(FaceFact.MASK)),
  FIVE_O_CLOCK_SHADOW(
      "5_o_Clock_Shadow",
      all(atLeast(FaceFact.STUBBLE, 0.4), not(is(FaceFact.JAW_BEARD))).unless(FaceFact.MASK)),
  GOATEE("Goatee", all(is(FaceFact.CHIN_BEARD), not(is(FaceFact.JAW_BEARD))).unless(FaceFact.MASK)),
  OVAL_FACE("Oval_Face", Reasons.NO_MEASURE),
  SQUARE_FACE("Square_Face", atLeast(FaceFact.JAW_WIDTH, 1)),
  ROUND_FACE(
      "Round_Face", all(atLeast(FaceFact.CHEEK_FULLNESS, 1), below(FaceFact.FACE_HEIGHT, 0))),
  DOUBLE_CHIN("Double_Chin", Reasons.NO_MEASURE),
  HIGH_CHEEKBONES("High_Cheekbones", atLeast(FaceFact.CHEEKBONE_HEIGHT, 1)),
  CHUBBY("Chubby", atLeast(FaceFact.CHEEK_FULLNESS, 1)),
  OBSTRUCTED_FOREHEAD("Obstructed_Forehead", any(is(FaceFact.FRINGE), is(FaceFact.HAT))),
  FULLY_VISIBLE_FOREHEAD("Fully_Visible_Forehead", not(any(is(FaceFact.FRINGE), is(FaceFact.HAT)))),
  BROWN_EYES("Brown_Eyes", eyesSeen(below(FaceFact.IRIS_LIGHTNESS, 0.4))),
  BAGS_UNDER_EYES("Bags_Under_Eyes", atLeast(FaceFact.EYE_BAGS, 1).unless(FaceFact.DARK_LENSES)),
  BUSHY_EYEBROWS("Bushy_Eyebrows", atLeast(FaceFact.BROW_THICKNESS, 1)),
  ARCHED_EYEBROWS("Arched_Eyebrows", atLeast(FaceFact.BROW_ARCH, 1)),
  MOUTH_CLOSED("Mouth_Closed", below(FaceFact.MOUTH_OPENING, 2).unless(FaceFact.MASK)),
  SMILING("Smiling", atLeast(FaceFact.SMILE, 0.35).unless(FaceFact.MASK)),
  BIG_LIPS("Big_Lips", atLeast(FaceFact.LIP_HEIGHT, 1).unless(FaceFact.MASK)),
  BIG_NOSE(
      "Big_Nose",
      any(atLeast(FaceFact.NOSE_WIDTH, 1), atLeast(FaceFact.NOSE_PROJECTION, 1.5))
          .unless(FaceFact.MASK)),
  POINTY_NOSE(
      "Pointy_Nose",
      all(atLeast(FaceFact.NOSE_PROJECTION, 0.5), below(FaceFact.NOSE_TIP_WIDTH, -0.5))
          .unless(FaceFact.MASK)),
  HEAVY_MAKEUP("Heavy_Makeup", atLeast(FaceFact.MAKE_UP, 0.6)),
  WEARING_HAT("Wearing_Hat", is(FaceFact.HAT)),
  WEARING_EARRINGS("Wearing_Earrings", new AttributeRule.Never()),
  WEARING_NECKTIE("Wearing_Necktie", new AttributeRule.Never()),
  WEARING_LIPSTICK("Wearing_Lipstick", atLeast(FaceFact.LIPSTICK, 0.4).unless(FaceFact.MASK)),
  NO_EYEWEAR("No_Eyewear", not(is(FaceFact.GLASSES))),
  EYEGLASSES("Eyeglasses", is(FaceFact.GLASSES)),
  ATTRACTIVE("Attractive", Reasons.NO_MEASURE),

  DARK_SKIN("dark-skin", atLeast(FaceFact.MELANIN, 0.55)),
  FAIR_SKIN("fair-skin", below(FaceFact.MELANIN, 0.25)),
  FRECKLED("freckled", atLeast(FaceFact.FRECKLES, 1)),
  INNER_EYE_FOLD("inner-eye-fold", is(FaceFact.EYE_FOLD)),
  LONG_HAIR("long-hair", is(FaceFact.HAIR_LONG)),
  SUNGLASSES("sunglasses", is(FaceFact.DARK_LENSES)),
  WEARING_MASK("wearing-mask", is(FaceFact.MASK)),
  OCCLUDED("occluded", is(FaceFact.OCCLUDER)),
  EYES_CLOSED("eyes-closed", atLeast(FaceFact.EYES_CLOSED, 0.6).unless(FaceFact.DARK_LENSES)),
  MOUTH_WIDE_OPEN("mouth-wide-open", atLeast(FaceFact.MOUTH_OPENING, 10).unless(FaceFact.MASK)),
  FROWNING("frowning", atLeast(FaceFact.BROW_LOWER, 0.4)),
  BROWS_RAISED("brows-raised", atLeast(FaceFact.BROW_RAISE, 0.4)),
  FRONTAL("frontal", not(any(size(FaceFact.YAW, 15), size(FaceFact.PITCH, 15)))),
  HALF_PROFILE("half-profile", all(size(FaceFact.YAW, 30), not(size(FaceFact.YAW, 60)))),
  PROFILE("profile", size(FaceFact.YAW, 60)),
  TURNED_RIGHT("turned-right", atLeast(FaceFact.YAW, 15)),
  LOOKING_UP("looking-up", atLeast(FaceFact.PITCH, 15)),
  LOOKING_DOWN("looking-down", below(FaceFact.PITCH, -15)),
  SIDE_LIT("side-lit", all(is(FaceFact.KEY_SHARE), size(FaceFact.LIGHT_AZIMUTH, 60))),
  LIT_FROM_BELOW(
      "lit-from-below", all(is(FaceFact.KEY_SHARE), below(FaceFact.LIGHT_ELEVATION, -10)));

  private static final List<FaceAttribute> MAAD =
      Arrays.stream(values()).filter(a -> a.compareTo(ATTRACTIVE) <= 0).toList();

  private final String label;

  // rules are records of enums and numbers
  @SuppressWarnings("ImmutableEnumChecker")
  private final AttributeRule rule;

  FaceAttribute(String label, AttributeRule rule) {
    this.label = label;
    this.rule = rule;
  }

  /** Reasons for which an attribute stays undefined. */
  private static final class Reasons {
    static final AttributeRule ANCESTRY =
        new AttributeRule.Undecided("the generator draws looks, not ancestry");
    static final AttributeRule NO_MEASURE =
        new AttributeRule.Undecided("the generator has no measure of it");

    private Reasons() {}
  }

  private static AttributeRule size(FaceFact fact, double threshold) {
    return new AttributeRule.SizeAtLeast(fact, threshold);
  }

  private static AttributeRule pigment(AttributeRule... darkness) {
    AttributeRule ungreyed = not(is(FaceFact.GREYNESS));
    return all(all(darkness), ungreyed).unless(FaceFact.HAT, FaceFact.BALD);
  }

  private static AttributeRule eyesSeen(AttributeRule rule) {
    return new AttributeRule.Unless(
        rule, any(atLeast(FaceFact.EYES_CLOSED, 0.6), is(FaceFact.DARK_LENSES)));
  }

  /** Returns the 47 attributes of MAAD-Face in the order of its columns. */
  public static List<FaceAttribute> maad() {
    return MAAD;
  }

  /** Returns the written name: MAAD-Face's own where it has one. */
  public String label() {
    return label;
  }

  /** Returns the rule in words and numbers. */
  public String rule() {
    return rule.text();
  }

  /** Returns what the facts of a picture say. */
  public AttributeLabel decide(FaceFacts facts) {
    return rule.decide(facts);
  }
}
