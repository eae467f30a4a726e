package org.facerepro.face.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.Seed;
import org.facerepro.face.head.FaceDirection;
import org.facerepro.face.head.FaceLimit;
import org.facerepro.face.head.ShapeComponent;
import org.facerepro.face.law.AppearancePart;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;
import org.facerepro.face.law.Laws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectionsTest {
  private static final int PEOPLE = 40;

  /** Mean people, far from every limit. */
  private static final Laws CALM =
      Laws.NONE
          .with(FaceControl.SHAPE_SCALE, new Law.Constant(0.2))
          .with(FaceControl.SUBJECT_EYE_FOLD, new Law.Constant(0.3));

  private static List<Subject> people(Laws laws) {
    return IntStream.range(0, PEOPLE).mapToObj(i -> Subject.draw(new Seed(i), laws)).toList();
  }

  private static Laws moved(Laws laws, FaceDirection direction, double units) {
    return laws.with(Directions.control(direction), new Law.Constant(units));
  }

  private static double mean(List<Subject> people, ShapeComponent component) {
    return people.stream().mapToDouble(s -> s.shape(component)).average().orElseThrow();
  }

  private static double mean(List<Subject> people, ColourComponent component) {
    return people.stream().mapToDouble(s -> s.colour(component)).average().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(FaceDirection.class)
  void control_ofADirection_hasItsRange(FaceDirection direction) {
    FaceControl control = Directions.control(direction);
    assertThat(control.low()).isEqualTo(FaceDirection.LOWEST);
    assertThat(control.high()).isEqualTo(FaceDirection.HIGHEST);
  }

  @ParameterizedTest
  @EnumSource(FaceDirection.class)
  void direction_moved_shiftsEveryComponentTowardsItsWeight(FaceDirection direction) {
    List<Subject> before = people(CALM);
    List<Subject> after = people(moved(CALM, direction, 0.5));
    for (ShapeComponent component : ShapeComponent.values()) {
      assertThat(mean(after, component) - mean(before, component))
          .as("%s", component)
          .isCloseTo(0.5 * direction.weight(component), within(0.1));
    }
  }

  @ParameterizedTest
  @EnumSource(FaceDirection.class)
  void direction_atItsEnd_keepsTheLimitsOfTheFace(FaceDirection direction) {
    for (Subject subject : people(moved(Laws.NONE, direction, 3))) {
      for (FaceLimit limit : FaceLimit.values()) {
        assertThat(Math.abs(limit.move(subject.shape())))
            .as("%s", limit)
            .isLessThanOrEqualTo(limit.reach() + 0.01);
      }
    }
  }

  @Test
  void direction_atNothing_changesNoSubject() {
    Subject usual = Subject.draw(new Seed(3));
    Subject still = Subject.draw(new Seed(3), moved(Laws.NONE, FaceDirection.AGE, 0));
    assertThat(still.shape()).isEqualTo(usual.shape());
    assertThat(still.colour()).isEqualTo(usual.colour());
    assertThat(usual.controls()).doesNotContainKey("direction.age");
    assertThat(still.controls()).containsEntry("direction.age", 0.0);
  }

  @Test
  void faceWidth_moved_leavesPaintAndTraitsAsTheyAre() {
    Subject usual = Subject.draw(new Seed(3));
    Subject wide = Subject.draw(new Seed(3), moved(Laws.NONE, FaceDirection.FACE_WIDTH, 2));
    assertThat(wide.colour()).isEqualTo(usual.colour());
    assertThat(wide.traits()).isEqualTo(usual.traits());
  }

  @Test
  void age_moved_paintsLinesAsOfYearsMore() {
    List<Subject> before = people(Laws.NONE);
    List<Subject> after = people(moved(Laws.NONE, FaceDirection.AGE, 2));
    assertThat(mean(after, ColourComponent.CROW_FEET) - mean(before, ColourComponent.CROW_FEET))
        .isCloseTo(2 * 12 / 16.0, within(1e-3));
    assertThat(after.get(0).traits()).isEqualTo(before.get(0).traits());
  }

  @Test
  void masculinity_moved_paintsBrowsTowardsThoseOfMen() {
    List<Subject> before = people(Laws.NONE);
    List<Subject> after = people(moved(Laws.NONE, FaceDirection.MASCULINITY, 3));
    assertThat(mean(after, ColourComponent.BROW_ARCH) - mean(before, ColourComponent.BROW_ARCH))
        .isCloseTo(-1.3, within(1e-3));
    assertThat(after.get(0).traits()).isEqualTo(before.get(0).traits());
  }

  @Test
  void directions_whereEverybodyIsAlike_moveNobody() {
    Laws alike =
        Laws.NONE.without(AppearancePart.SHAPE_IDENTITY).without(AppearancePart.PAINTED_IDENTITY);
    Subject usual = Subject.draw(new Seed(3), alike);
    Subject moved = Subject.draw(new Seed(3), moved(alike, FaceDirection.AGE, 3));
    assertThat(moved.shape()).isEqualTo(usual.shape());
    assertThat(moved.colour()).isEqualTo(usual.colour());
  }
}
