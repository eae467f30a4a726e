package org.facerepro.face.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.draw.Vertices;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.head.Segment;
import org.facerepro.face.model.VertexSet;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // maps hold the numbers of segments
class TruthMapsTest {

  @Test
  void depth_ofATiltedPlane_isWhereTheRayMeetsIt() {
    FloatMap depth = maps(PinholeMesh.plane(500, 0.6, -0.4, 60, 1)).measured(TruthKind.DEPTH);

    assertThat(depth.at(48, 48, 0)).isCloseTo(500, within(1f));
    for (int y = 0; y < PinholeMesh.SIZE; y++) {
      for (int x = 0; x < PinholeMesh.SIZE; x++) {
        double[] ray = PinholeMesh.ray(x, y);
        if (depth.at(x, y, 0) != 0) {
          double exact = 500 / (1 + 0.6 * ray[0] - 0.4 * ray[1]);
          assertThat((double) depth.at(x, y, 0)).isCloseTo(exact, within(0.01));
        }
      }
    }
  }

  @Test
  void depth_whereNothingIsSeen_isZero() {
    FloatMap depth = maps(PinholeMesh.plane(500, 0, 0, 10, 1)).measured(TruthKind.DEPTH);

    assertThat(depth.at(0, 0, 0)).isZero();
    assertThat(depth.at(95, 48, 0)).isZero();
  }

  @Test
  void depth_ofASphere_isItsNearerCut() {
    FloatMap depth = maps(PinholeMesh.sphere(600, 80, 240)).measured(TruthKind.DEPTH);

    for (int x = 12; x < 84; x++) {
      double[] ray = PinholeMesh.ray(x, 48);
      double a = 1 + ray[0] * ray[0] + ray[1] * ray[1];
      double root = 600 * 600 - a * (600 * 600 - 80 * 80);
      assertThat((double) depth.at(x, 48, 0)).isCloseTo((600 - Math.sqrt(root)) / a, within(0.05));
    }
  }

  @Test
  void normals_ofASphere_pointAwayFromItsCentre() {
    PinholeMesh sphere = PinholeMesh.sphere(600, 80, 160);
    float[] normals = new float[sphere.positions().length];
    Vertices.normals(sphere.positions(), sphere.triangles(), normals);
    TruthMaps maps =
        new TruthMaps(
            TruthScene.of(sphere.seen())
                .with(TruthKind.NORMALS, SurfaceField.ofVertices(normals).normalised())
                .build());

    FloatMap n = maps.measured(TruthKind.NORMALS);
    FloatMap depth = maps.measured(TruthKind.DEPTH);

    for (int i = 22; i < 74; i++) {
      double d = depth.at(i, i, 0);
      double[] ray = PinholeMesh.ray(i, i);
      assertThat((double) n.at(i, i, 0)).isCloseTo(ray[0] * d / 80, within(5e-3));
      assertThat((double) n.at(i, i, 1)).isCloseTo(ray[1] * d / 80, within(5e-3));
      assertThat((double) n.at(i, i, 2)).isCloseTo((600 - d) / 80, within(5e-3));
    }
  }

  @Test
  void normals_ofATiltedPlane_areItsOwnEverywhere() {
    PinholeMesh plane = PinholeMesh.plane(500, 0.6, -0.4, 60, 4);
    float[] normals = new float[plane.positions().length];
    Vertices.normals(plane.positions(), plane.triangles(), normals);
    FloatMap n =
        new TruthMaps(
                TruthScene.of(plane.seen())
                    .with(TruthKind.NORMALS, SurfaceField.ofVertices(normals).normalised())
                    .build())
            .measured(TruthKind.NORMALS);

    double length = Math.sqrt(1 + 0.6 * 0.6 + 0.4 * 0.4);
    int seen = 0;
    for (int i = 0; i < PinholeMesh.SIZE * PinholeMesh.SIZE; i++) {
      int x = i % PinholeMesh.SIZE;
      int y = i / PinholeMesh.SIZE;
      if (n.at(x, y, 2) != 0) {
        seen++;
        assertThat((double) n.at(x, y, 0)).isCloseTo(-0.6 / length, within(1e-5));
        assertThat((double) n.at(x, y, 1)).isCloseTo(0.4 / length, within(1e-5));
        assertThat((double) n.at(x, y, 2)).isCloseTo(1 / length, within(1e-5));
      }
    }
    assertThat(seen).isGreaterThan(3_000);
  }

  @Test
  void vertexValues_onATiltedTriangle_areInterpolatedInSpaceNotOnThePicture() {
    PinholeMesh plane = PinholeMesh.plane(400, 2, 0, 50, 1);
    TruthMaps maps =
        new TruthMaps(
            TruthScene.of(plane.seen())
                .with(TruthKind.CORRESPONDENCE, SurfaceField.ofVertices(plane.positions()))
                .build());

    FloatMap place = maps.measured(TruthKind.CORRESPONDENCE);

    for (int x = 25; x < 75; x++) {
      double ray = PinholeMesh.ray(x, 48)[0];
      assertThat((double) place.at(x, 48, 0)).isCloseTo(ray * 400 / (1 + 2 * ray), within(0.01));
    }
  }

  @Test
  void regions_ofATwoPartMesh_meetWhereThePartsMeet() {
    PinholeMesh plane = PinholeMesh.plane(500, 0, 0, 60, 8);
    Map<String, VertexSet> parts = new LinkedHashMap<>();
    parts.put(
        "left", VertexSet.of(IntStream.range(0, 81).filter(v -> plane.positions()[3 * v] < -1)));
    parts.put("all", VertexSet.range(0, 81));
    TruthMaps maps =
        new TruthMaps(TruthScene.of(plane.seen()).withRegions(MeshRegions.of(81, parts)).build());

    LabelMap regions = maps.labelled(TruthKind.REGIONS);

    // The vertex columns at -15 and 0 mm are 9 pixels apart: the parts meet 4.5 left of the middle.
    assertThat(regions.nameAt(42, 20)).isEqualTo("left");
    assertThat(regions.nameAt(45, 20)).isEqualTo("all");
    assertThat(regions.nameAt(0, 0)).isEqualTo(MeshRegions.NONE);
    assertThat(regions.counts()[0]).isEqualTo(96 * 96 - 72 * 72);
  }

  @Test
  void segmentation_ofANearAndAFarPlane_showsTheNearOneInFront() {
    PinholeMesh far = PinholeMesh.plane(500, 0, 0, 70, 1);
    PinholeMesh both = far.with(PinholeMesh.plane(400, 0, 0, 20, 1));
    TruthScene scene =
        TruthScene.of(both.seen())
            .withSegments(spot -> spot.triangle() < 6 ? Segment.SKIN : Segment.GLASSES)
            .build();

    LabelMap segments = new TruthMaps(scene).labelled(TruthKind.SEGMENTATION);

    assertThat(segments.nameAt(48, 48)).isEqualTo("glasses");
    assertThat(segments.nameAt(12, 48)).isEqualTo("skin");
    assertThat(segments.nameAt(1, 48)).isEqualTo("background");
    assertThat(segments.counts()[Segment.GLASSES.ordinal()]).isEqualTo(30 * 30);
  }

  @Test
  void kinds_ofBareGeometry_areDepthAlone() {
    TruthMaps maps = maps(PinholeMesh.plane(500, 0, 0, 60, 1));

    assertThat(maps.kinds()).containsExactly(TruthKind.DEPTH);
    assertThatThrownBy(() -> maps.measured(TruthKind.ALBEDO))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("albedo");
  }

  @Test
  void surface_withTriangleThatIsNotThere_isRefused() {
    PinholeMesh plane = PinholeMesh.plane(500, 0, 0, 60, 1);

    assertThatThrownBy(
            () -> VisibleSurface.of(1, 1, plane.screen(), plane.triangles(), new int[] {6}))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("offsets of triangles");
  }

  private static TruthMaps maps(PinholeMesh mesh) {
    return new TruthMaps(TruthScene.of(mesh.seen()).build());
  }
}
