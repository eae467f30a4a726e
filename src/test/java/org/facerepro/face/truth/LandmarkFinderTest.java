package org.facerepro.face.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.head.LandmarkSet;
import org.junit.jupiter.api.Test;

class LandmarkFinderTest {
  /** Vertex in the middle of a grid of 8 × 8 cells. */
  private static final int MIDDLE = 40;

  @Test
  void landmark_onAVertex_liesWhereTheVertexProjectsTo() {
    PinholeMesh plane = PinholeMesh.plane(500, 0.3, 0.1, 50, 8);

    Landmark found = find(plane, MIDDLE + 1, Visibility.EXACT);

    double z = 500 - 0.3 * 12.5;
    assertThat(found.x()).isCloseTo(48 + 300 * 12.5 / z, within(1e-3));
    assertThat(found.y()).isCloseTo(48, within(1e-3));
    assertThat(found.depth()).isCloseTo(z, within(1e-3));
    assertThat(found.visible()).isTrue();
  }

  @Test
  void landmark_behindAnotherSurface_isHiddenByBothRules() {
    PinholeMesh both =
        PinholeMesh.plane(500, 0, 0, 50, 8).with(PinholeMesh.plane(480, 0, 0, 10, 1));

    assertThat(find(both, MIDDLE, Visibility.EXACT).visible()).isFalse();
    assertThat(find(both, MIDDLE, Visibility.BASEL).visible()).isFalse();
    assertThat(find(both, MIDDLE + 2, Visibility.EXACT).visible()).isTrue();
  }

  @Test
  void landmark_behindByLessThanTheTolerance_isSeen() {
    PinholeMesh near = PinholeMesh.plane(500, 0, 0, 50, 8);

    assertThat(
            find(near.with(PinholeMesh.plane(498.1, 0, 0, 10, 1)), MIDDLE, Visibility.BASEL)
                .visible())
        .isTrue();
    assertThat(
            find(near.with(PinholeMesh.plane(497.9, 0, 0, 10, 1)), MIDDLE, Visibility.BASEL)
                .visible())
        .isFalse();
    assertThat(
            find(near.with(PinholeMesh.plane(497.1, 0, 0, 10, 1)), MIDDLE, Visibility.EXACT)
                .visible())
        .isTrue();
    assertThat(
            find(near.with(PinholeMesh.plane(496.9, 0, 0, 10, 1)), MIDDLE, Visibility.EXACT)
                .visible())
        .isFalse();
  }

  @Test
  void landmark_onASteepSurface_isSeenThoughThePixelCentreIsFarInFront() {
    // 1.67 mm a pixel and a slope of 8: the depth changes by 13 mm over a pixel.
    PinholeMesh steep = PinholeMesh.plane(500, 8, 0, 50, 8);

    assertThat(find(steep, MIDDLE, Visibility.EXACT).visible()).isTrue();
  }

  @Test
  void landmark_outsideThePicture_isNeitherInsideNorVisible() {
    Landmark found = find(PinholeMesh.plane(300, 0, 0, 60, 8), 0, Visibility.EXACT);

    assertThat(found.inside()).isFalse();
    assertThat(found.visible()).isFalse();
  }

  @Test
  void landmark_onASurfaceThatFacesAway_isHidden() {
    PinholeMesh plane = PinholeMesh.plane(500, 0, 0, 50, 8);
    LandmarkFinder finder = new LandmarkFinder(plane.seen(), vertex -> false, Visibility.EXACT);

    assertThat(finder.find(LandmarkVertices.ofSingle(Map.of("tip", MIDDLE))).get(0).visible())
        .isFalse();
  }

  @Test
  void landmark_ofTwoVertices_liesBetweenThem() {
    PinholeMesh plane = PinholeMesh.plane(500, 0, 0, 50, 8);
    LandmarkFinder finder = finder(plane, Visibility.EXACT);

    Landmark eye =
        finder.find(LandmarkVertices.of(Map.of("eye", List.of(MIDDLE - 1, MIDDLE + 3)))).get(0);

    assertThat(eye.x()).isCloseTo(48 + 300 * 12.5 / 500, within(1e-3));
  }

  @Test
  void set_thatAMeshDoesNotName_isRefusedWithTheMissingName() {
    LandmarkVertices landmarks = LandmarkVertices.ofSingle(Map.of("nose.tip", 0));

    assertThat(landmarks.has(LandmarkSet.FIVE)).isFalse();
    assertThatThrownBy(() -> landmarks.only(LandmarkSet.FIVE))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("eye.left");
  }

  @Test
  void modelWithBaselNames_givesTheFivePointsFromThePicturesLeft() {
    Map<String, Integer> named = new HashMap<>();
    List<String> basel = LandmarkSet.BASEL_19.names();
    basel.forEach(name -> named.put(name, basel.indexOf(name)));

    LandmarkVertices five = ModelLandmarks.of(named).only(LandmarkSet.FIVE);

    assertThat(five.vertices("eye.left"))
        .containsExactly(named.get("right.eye.corner_outer"), named.get("right.eye.corner_inner"));
    assertThat(five.vertices("mouth.corner.right")).containsExactly(named.get("left.lips.corner"));
    assertThat(ModelLandmarks.of(named).has(LandmarkSet.BASEL_19)).isTrue();
    assertThat(ModelLandmarks.of(named).has(LandmarkSet.IBUG_68)).isFalse();
  }

  @Test
  void modelWithMultiPieNames_givesThe68() {
    Map<String, Integer> named = new HashMap<>();
    for (int i = 0; i < 68; i++) {
      named.put("multipie68.%02d".formatted(i), 100 + i);
    }

    LandmarkVertices all = ModelLandmarks.of(named).only(LandmarkSet.IBUG_68);

    assertThat(all.vertices("1")).containsExactly(100);
    assertThat(all.vertices("68")).containsExactly(167);
  }

  private static Landmark find(PinholeMesh mesh, int vertex, Visibility rule) {
    return finder(mesh, rule).find(LandmarkVertices.ofSingle(Map.of("point", vertex))).get(0);
  }

  private static LandmarkFinder finder(PinholeMesh mesh, Visibility rule) {
    float[] normals = new float[mesh.positions().length];
    Vertices.normals(mesh.positions(), mesh.triangles(), normals);
    return new LandmarkFinder(mesh.seen(), LandmarkFinder.facing(mesh.positions(), normals), rule);
  }
}
