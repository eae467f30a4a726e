package org.facerepro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.SubjectSpacing.Neighbour;
import org.junit.jupiter.api.Test;

class SubjectSpacingTest {
  private static final float[] ORIGIN = {0, 0};

  @Test
  void distance_isTheRootMeanSquareDifference() {
    assertThat(SubjectSpacing.between(ORIGIN, new float[] {1, 7})).isEqualTo(5);
  }

  @Test
  void neighbours_areTheNearestOthersNotThemselves() {
    List<float[]> subjects = List.of(ORIGIN, new float[] {9, 9}, new float[] {2, 2});
    assertThat(SubjectSpacing.neighbours(subjects))
        .containsExactly(new Neighbour(2, 2), new Neighbour(2, 7), new Neighbour(0, 2));
  }

  @Test
  void neighbours_equallyNear_areTheFirstOfThem() {
    List<float[]> subjects = List.of(new float[] {3, 3}, ORIGIN, ORIGIN, ORIGIN);
    assertThat(SubjectSpacing.neighbours(subjects))
        .extracting(Neighbour::number)
        .containsExactly(1, 2, 1, 1);
  }

  @Test
  void neighbours_ofOneSubjectAlone_areRefused() {
    assertThatThrownBy(() -> SubjectSpacing.neighbours(List.of(ORIGIN)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("at least 2");
  }
}
