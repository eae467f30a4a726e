package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeStatisticsTest {
  private static final int PEOPLE = 4_000;
  private static final ShapeComponent[] ALL = ShapeComponent.values();
  private static final double[][] DRAWN = new double[PEOPLE][ALL.length];

  static {
    for (int i = 0; i < PEOPLE; i++) {
      Map<ShapeComponent, Double> person = ShapeStatistics.draw(new Seed(77).child(i));
      for (int k = 0; k < ALL.length; k++) {
        DRAWN[i][k] = person.getOrDefault(ALL[k], 0.0);
      }
    }
  }

  private static double moment(int a, int b) {
    double sum = 0;
    for (double[] person : DRAWN) {
      sum += person[a] * (b < 0 ? 1 : person[b]);
    }
    return sum / PEOPLE;
  }

  @Test
  void coefficients_ofManyPeople_areStandardNormalEach() {
    for (int k = 0; k < ALL.length; k++) {
      assertThat(moment(k, -1)).isCloseTo(0, within(0.08));
      assertThat(Math.sqrt(moment(k, k))).isCloseTo(1, within(0.05));
    }
  }

  @Test
  void correlations_ofManyPeople_areTheStatedOnes() {
    for (int a = 0; a < ALL.length; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(moment(a, b))
            .isCloseTo(ShapeStatistics.correlation(ALL[a], ALL[b]), within(0.09));
      }
    }
  }

  @Test
  void correlationMatrix_isPositiveDefinite() {
    int n = ALL.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = ShapeStatistics.correlation(ALL[i], ALL[j]);
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i == j) {
          assertThat(sum).isGreaterThan(0.05);
          l[i][i] = Math.sqrt(sum);
        } else {
          l[i][j] = sum / l[j][j];
        }
      }
    }
  }

  @Test
  void draw_ofTheSameSeed_isTheSame() {
    assertThat(ShapeStatistics.draw(new Seed(1))).isEqualTo(ShapeStatistics.draw(new Seed(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "FACE_WIDTH, 2, 16",
    "FACE_LENGTH, 28, 9",
    "NOSE_SIZE, 32, 36",
    "LIP_FULLNESS, 52, 58",
    "EYE_SIZE, 38, 42",
    "JAW_STRENGTH, 5, 13",
    "MASCULINITY, 5, 13",
    "WEIGHT, 5, 13",
    "HEAD_SIZE, 2, 16",
    "BREADTH, 40, 43",
    "AGE, 34, 52"
  })
  void direction_moved_growsItsDistanceAlongTheRange(FaceDirection direction, int a, int b) {
    double last = 0;
    for (int units = -3; units <= 3; units++) {
      float[] head = HeadShapes.shaped(direction.moved(Map.of(), units));
      double distance = HeadShapes.distance(head, a, b);
      assertThat(distance).isGreaterThan(last);
      last = distance;
    }
  }

  @Test
  void profileRelief_moved_bringsTheNoseForwardOfTheLips() {
    float[] low = HeadShapes.shaped(FaceDirection.PROFILE_RELIEF.moved(Map.of(), -2));
    float[] high = HeadShapes.shaped(FaceDirection.PROFILE_RELIEF.moved(Map.of(), 2));
    assertThat(relief(high)).isGreaterThan(relief(low) + 4);
  }

  private static double relief(float[] head) {
    return HeadShapes.point(head, 31)[2] - HeadShapes.point(head, 52)[2];
  }

  @Test
  void direction_moved_addsToAPersonAndLeavesTheMapAlone() {
    Map<ShapeComponent, Double> person = new EnumMap<>(ShapeComponent.class);
    person.put(ShapeComponent.BROW_RIDGE, 0.5);
    Map<ShapeComponent, Double> moved = FaceDirection.MASCULINITY.moved(person, 2);
    assertThat(moved.get(ShapeComponent.BROW_RIDGE)).isCloseTo(1.5, within(1e-9));
    assertThat(person).containsOnly(Map.entry(ShapeComponent.BROW_RIDGE, 0.5));
  }

  @Test
  void direction_movedBeyondItsRange_isRefused() {
    assertThatThrownBy(() -> FaceDirection.AGE.moved(Map.of(), 3.5))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("AGE");
  }

  @Test
  void people_ofManyDraws_haveFewTrianglesTurnedOver() {
    float[] rest = HeadShapes.MESH.copyPositions();
    double sum = 0;
    for (int i = 0; i < 40; i++) {
      sum += HeadShapes.flipped(rest, HeadShapes.shaped(ShapeStatistics.draw(new Seed(i))));
    }
    assertThat(sum / 40).isLessThan(0.003);
  }
}
