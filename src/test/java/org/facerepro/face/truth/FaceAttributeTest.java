package org.facerepro.face.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.junit.jupiter.api.Test;

class FaceAttributeTest {

  @Test
  void maad_has47NamesInItsOrder() {
    assertThat(FaceAttribute.maad()).hasSize(47);
    assertThat(FaceAttribute.maad().get(0).label()).isEqualTo("Male");
    assertThat(FaceAttribute.maad().get(20).label()).isEqualTo("5_o_Clock_Shadow");
    assertThat(FaceAttribute.maad().get(46).label()).isEqualTo("Attractive");
  }

  @Test
  void names_areDistinct() {
    assertThat(Arrays.stream(FaceAttribute.values()).map(FaceAttribute::label))
        .doesNotHaveDuplicates();
  }

  @Test
  void smiling_isDecidedAtItsThreshold() {
    assertThat(decide(FaceAttribute.SMILING, Map.of(FaceFact.SMILE, 0.35)))
        .isEqualTo(AttributeLabel.YES);
    assertThat(decide(FaceAttribute.SMILING, Map.of(FaceFact.SMILE, 0.349)))
        .isEqualTo(AttributeLabel.NO);
  }

  @Test
  void smiling_underAMask_isUndefined() {
    assertThat(decide(FaceAttribute.SMILING, Map.of(FaceFact.SMILE, 1.0, FaceFact.MASK, 1.0)))
        .isEqualTo(AttributeLabel.UNDEFINED);
  }

  @Test
  void attribute_whoseFactIsNotKnown_isUndefined() {
    assertThat(decide(FaceAttribute.YOUNG, Map.of())).isEqualTo(AttributeLabel.UNDEFINED);
    assertThat(decide(FaceAttribute.ASIAN, Map.of())).isEqualTo(AttributeLabel.UNDEFINED);
  }

  @Test
  void conjunction_withOneFactThatSettlesIt_needsNoOther() {
    assertThat(decide(FaceAttribute.ROUND_FACE, Map.of(FaceFact.CHEEK_FULLNESS, 0.0)))
        .isEqualTo(AttributeLabel.NO);
    assertThat(decide(FaceAttribute.ROUND_FACE, Map.of(FaceFact.CHEEK_FULLNESS, 2.0)))
        .isEqualTo(AttributeLabel.UNDEFINED);
  }

  @Test
  void ages_belongToExactlyOneGroup() {
    for (double age : new double[] {18, 34.999, 35, 59.999, 60, 85}) {
      FaceFacts facts = FaceFacts.of(Map.of(FaceFact.AGE, age));
      assertThat(
              Arrays.asList(
                  FaceAttribute.YOUNG.decide(facts),
                  FaceAttribute.MIDDLE_AGED.decide(facts),
                  FaceAttribute.SENIOR.decide(facts)))
          .containsOnlyOnce(AttributeLabel.YES);
    }
  }

  @Test
  void hairColours_ofUngreyedHair_areExactlyOne() {
    for (double dark : new double[] {0, 0.3499, 0.35, 0.8499, 0.85, 1}) {
      FaceFacts facts = FaceFacts.of(Map.of(FaceFact.HAIR_DARKNESS, dark, FaceFact.GREYNESS, 0.1));
      assertThat(
              Arrays.asList(
                  FaceAttribute.BLACK_HAIR.decide(facts),
                  FaceAttribute.BROWN_HAIR.decide(facts),
                  FaceAttribute.BLOND_HAIR.decide(facts),
                  FaceAttribute.GRAY_HAIR.decide(facts)))
          .containsOnlyOnce(AttributeLabel.YES);
    }
  }

  @Test
  void rules_sayInNumbersWhatTheyDecide() {
    assertThat(FaceAttribute.SMILING.rule()).isEqualTo("smile >= 0.35; undefined if mask >= 0.5");
    assertThat(FaceAttribute.YOUNG.rule()).isEqualTo("age < 35");
    assertThat(FaceAttribute.ATTRACTIVE.rule()).startsWith("undefined:");
  }

  @Test
  void facts_thatAreNotFinite_areRefused() {
    assertThatThrownBy(() -> FaceFacts.of(Map.of(FaceFact.AGE, Double.NaN)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("age");
  }

  @Test
  void histogram_mergedInAnyOrder_isTheSame() {
    AttributeHistogram first = new AttributeHistogram();
    AttributeHistogram second = new AttributeHistogram();
    first.add(AttributeLabels.of(FaceFacts.of(Map.of(FaceFact.AGE, 20.0))));
    first.add(AttributeLabels.of(FaceFacts.of(Map.of())));
    second.add(AttributeLabels.of(FaceFacts.of(Map.of(FaceFact.AGE, 70.0))));
    AttributeHistogram forth = new AttributeHistogram();
    AttributeHistogram back = new AttributeHistogram();

    forth.merge(first);
    forth.merge(second);
    back.merge(second);
    back.merge(first);

    assertThat(forth.toMap()).isEqualTo(back.toMap());
    assertThat(forth.pictures()).isEqualTo(3);
    assertThat(forth.count(FaceAttribute.YOUNG)).isEqualTo(new AttributeHistogram.Count(1, 1, 1));
  }

  private static AttributeLabel decide(FaceAttribute attribute, Map<FaceFact, Double> facts) {
    return attribute.decide(FaceFacts.of(facts));
  }
}
