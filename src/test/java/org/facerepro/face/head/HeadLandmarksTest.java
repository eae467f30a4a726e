package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadLandmarksTest {
  private static final HeadMesh MESH = new HeadMesh();
  private static final float[] REST = MESH.copyPositions();

  /** The picture-left twin of each point of the 68, as numbers from 0. */
  private static final int[] MIRROR_68 = {
    16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 26, 25, 24, 23, 22, 21, 20, 19, 18,
    17, 27, 28, 29, 30, 35, 34, 33, 32, 31, 45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40, 54, 53,
    52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65
  };

  @Test
  void sets_haveTheirNumberOfPoints() {
    assertThat(MESH.landmarks(LandmarkSet.FIVE)).hasSize(5);
    assertThat(MESH.landmarks(LandmarkSet.IBUG_68)).hasSize(68);
    assertThat(MESH.landmarks(LandmarkSet.BASEL_19)).hasSize(19);
  }

  @ParameterizedTest
  @EnumSource
  void names_areDistinct(LandmarkSet set) {
    Set<String> names = new TreeSet<>();
    MESH.landmarks(set).forEach(landmark -> names.add(landmark.name()));
    assertThat(names).hasSameSizeAs(MESH.landmarks(set));
  }

  @Test
  void ibug_mirrored_isItsTwin() {
    List<HeadLandmark> points = MESH.landmarks(LandmarkSet.IBUG_68);
    for (int i = 0; i < 68; i++) {
      int a = 3 * points.get(i).vertex();
      int b = 3 * points.get(MIRROR_68[i]).vertex();
      assertThat(REST[a]).isCloseTo(-REST[b], within(1e-2f));
      assertThat(REST[a + 1]).isCloseTo(REST[b + 1], within(1e-2f));
      assertThat(REST[a + 2]).isCloseTo(REST[b + 2], within(1e-2f));
    }
  }

  @Test
  void ibug_runsFromThePicturesLeftAndFromBrowToChin() {
    assertThat(x(LandmarkSet.IBUG_68, 0)).isNegative();
    assertThat(x(LandmarkSet.IBUG_68, 36)).isLessThan(x(LandmarkSet.IBUG_68, 39));
    assertThat(y(19)).isGreaterThan(y(37));
    assertThat(y(37)).isGreaterThan(y(41));
    assertThat(y(33)).isGreaterThan(y(51));
    assertThat(y(62)).isGreaterThan(y(66));
    assertThat(y(57)).isGreaterThan(y(8));
  }

  @Test
  void basel_leftIsThePersonsOwn() {
    for (HeadLandmark landmark : MESH.landmarks(LandmarkSet.BASEL_19)) {
      float x = REST[3 * landmark.vertex()];
      if (landmark.name().startsWith("left")) {
        assertThat(x).isPositive();
      } else if (landmark.name().startsWith("right")) {
        assertThat(x).isNegative();
      } else {
        assertThat(x).isZero();
      }
    }
  }

  @Test
  void regions_lieWhereTheirNamesSay() {
    assertThat(regionOf(LandmarkSet.BASEL_19, 0)).isEqualTo(HeadRegion.NOSE);
    assertThat(regionOf(LandmarkSet.BASEL_19, 1)).isEqualTo(HeadRegion.CHIN);
    assertThat(regionOf(LandmarkSet.IBUG_68, 19)).isEqualTo(HeadRegion.RIGHT_BROW);
    assertThat(regionOf(LandmarkSet.IBUG_68, 62)).isEqualTo(HeadRegion.UPPER_LIP);
    assertThat(regionOf(LandmarkSet.IBUG_68, 66)).isEqualTo(HeadRegion.LOWER_LIP);
  }

  @Test
  void regions_ofTriangles_coverTheSkin() {
    Set<HeadRegion> seen = EnumSet.noneOf(HeadRegion.class);
    for (int t = 0; t < MESH.copyTriangles().length; t += 3) {
      seen.add(MESH.triangleRegion(t));
    }
    assertThat(seen)
        .contains(
            HeadRegion.FOREHEAD,
            HeadRegion.LEFT_EAR,
            HeadRegion.RIGHT_EAR,
            HeadRegion.LEFT_EYELIDS,
            HeadRegion.LEFT_CHEEK,
            HeadRegion.UPPER_LIP,
            HeadRegion.NECK,
            HeadRegion.SCALP);
  }

  private static HeadRegion regionOf(LandmarkSet set, int index) {
    return MESH.region(MESH.landmarks(set).get(index).vertex());
  }

  private static float x(LandmarkSet set, int index) {
    return REST[3 * MESH.landmarks(set).get(index).vertex()];
  }

  private static float y(int index) {
    return REST[3 * MESH.landmarks(LandmarkSet.IBUG_68).get(index).vertex() + 1];
  }
}
