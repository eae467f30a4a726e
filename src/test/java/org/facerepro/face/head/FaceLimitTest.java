package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceLimitTest {
  /** What holding other limits may add to one, as a part of its reach. */
  private static final double SLACK = 1.05;

  private static Map<ShapeComponent, Double> person(int number) {
    Map<ShapeComponent, Double> shape = ShapeStatistics.draw(new Seed(12).child(number));
    shape.replaceAll((c, amount) -> 2 * amount);
    return shape;
  }

  @ParameterizedTest
  @EnumSource
  void limit_ofPeopleTwiceAsVariedAsAnybody_isHeld(FaceLimit limit) {
    int beyond = 0;
    for (int i = 0; i < 500; i++) {
      Map<ShapeComponent, Double> shape = person(i);
      beyond += Math.abs(limit.move(shape)) > limit.reach() ? 1 : 0;
      FaceLimit.hold(shape);
      assertThat(Math.abs(limit.move(shape))).isLessThan(SLACK * limit.reach());
    }
    assertThat(beyond).isPositive();
  }

  @Test
  void person_withinAllLimits_staysAsDrawn() {
    Map<ShapeComponent, Double> shape = new EnumMap<>(ShapeComponent.class);
    shape.put(ShapeComponent.JAW_WIDTH, 0.5);
    shape.put(ShapeComponent.NOSE_LENGTH, 2.5);
    Map<ShapeComponent, Double> held = new EnumMap<>(shape);
    FaceLimit.hold(held);
    assertThat(held).isEqualTo(shape);
  }

  @Test
  void jaw_widenedByThreeComponents_keepsTheirShares() {
    Map<ShapeComponent, Double> shape = new EnumMap<>(ShapeComponent.class);
    shape.put(ShapeComponent.JAW_WIDTH, 2.0);
    shape.put(ShapeComponent.JAW_BODY_WIDTH, 2.0);
    shape.put(ShapeComponent.JAW_ANGLE, 2.0);
    double before = FaceLimit.JAW_BREADTH.move(shape);
    FaceLimit.hold(shape);
    assertThat(before).isGreaterThan(FaceLimit.JAW_BREADTH.reach());
    assertThat(shape.get(ShapeComponent.JAW_WIDTH)).isBetween(0.3, 1.9);
    assertThat(shape.get(ShapeComponent.JAW_ANGLE)).isBetween(0.3, 1.9);
  }

  @Test
  void move_ofOneComponentAlone_isWhatItPushesThePlace() {
    Map<ShapeComponent, Double> chin = new EnumMap<>(ShapeComponent.class);
    chin.put(ShapeComponent.CHIN_DEVIATION, 2.0);
    assertThat(FaceLimit.CHIN_PROMINENCE.move(chin)).isCloseTo(0, within(1e-9));
    chin.put(ShapeComponent.CHIN_PROJECTION, 1.0);
    assertThat(FaceLimit.CHIN_PROMINENCE.move(chin)).isCloseTo(3.2, within(0.3));
  }
}
