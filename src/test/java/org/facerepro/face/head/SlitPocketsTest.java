package org.facerepro.face.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.Camera;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Rotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlitPocketsTest {
  private static final HeadMesh MESH = HeadShapes.MESH;
  private static final int SIZE = 400;
  private static final float DISTANCE = 900;
  private static final double[] PITCHES = {-25, 0, 25};

  private static final Map<ShapeComponent, Displacement> SHAPES = shapes();
  private static final Map<ExpressionComponent, Displacement> EXPRESSIONS = expressions();

  private static Map<ShapeComponent, Displacement> shapes() {
    Map<ShapeComponent, Displacement> out = new EnumMap<>(ShapeComponent.class);
    for (ShapeComponent c : ShapeComponent.values()) {
      out.put(c, Displacement.of(MESH, c));
    }
    return out;
  }

  private static Map<ExpressionComponent, Displacement> expressions() {
    Map<ExpressionComponent, Displacement> out = new EnumMap<>(ExpressionComponent.class);
    for (ExpressionComponent c : ExpressionComponent.values()) {
      out.put(c, Displacement.of(MESH, c));
    }
    return out;
  }

  private static float[] person(Rng rng) {
    float[] out = MESH.copyPositions();
    SHAPES.values().forEach(d -> d.add(out, (float) rng.gaussian(0, 1.3)));
    MESH.lids().settle(out);
    return out;
  }

  private static void grimace(float[] positions, Rng rng) {
    EXPRESSIONS
        .values()
        .forEach(d -> d.add(positions, (float) Math.max(0, rng.gaussian(-0.2, 0.5))));
    MESH.lips().settle(positions, 0);
    MESH.lids().close(positions, (float) rng.uniform(-0.3, 1), (float) rng.uniform(-0.3, 1));
    MESH.lids().settle(positions);
    MESH.join(positions);
  }

  /** Returns how many pixels of the background are surrounded by the head. */
  private static int holes(float[] positions, double yaw, double pitch) {
    float[] screen = new float[positions.length];
    new Camera(Rotation.degrees(yaw, pitch, 0), DISTANCE)
        .project(positions, positions.length / 3, screen);
    for (int i = 0; i < screen.length; i += 3) {
      screen[i] = SIZE * (0.5f + screen[i] * 2.6f);
      screen[i + 1] = SIZE * (0.5f + screen[i + 1] * 2.6f);
    }
    DepthRaster raster = new DepthRaster(SIZE, SIZE);
    raster.clear();
    raster.draw(screen, HeadShapes.TRIANGLES, 0, HeadShapes.TRIANGLES.length, true);
    boolean[] reached = new boolean[SIZE * SIZE];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < SIZE; i++) {
      for (int edge : new int[] {i, SIZE * i, SIZE * i + SIZE - 1, SIZE * (SIZE - 1) + i}) {
        visit(raster, edge, reached, open);
      }
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      int x = at % SIZE;
      int y = at / SIZE;
      for (int near = 0; near < 9; near++) {
        int nx = Math.min(SIZE - 1, Math.max(0, x + near % 3 - 1));
        int ny = Math.min(SIZE - 1, Math.max(0, y + near / 3 - 1));
        visit(raster, ny * SIZE + nx, reached, open);
      }
    }
    int holes = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      holes += raster.triangle(i) == DepthRaster.NOTHING && !reached[i] ? 1 : 0;
    }
    return holes;
  }

  private static void visit(DepthRaster raster, int at, boolean[] reached, Deque<Integer> open) {
    if (!reached[at] && raster.triangle(at) == DepthRaster.NOTHING) {
      reached[at] = true;
      open.add(at);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-75, -50, -25, 0, 25, 50, 75})
  void head_ofAnyPersonWithAnyExpression_letsNothingBehindItThrough(double yaw) {
    Rng rng = new Seed(31).rng();
    for (int i = 0; i < 12; i++) {
      float[] face = person(rng);
      grimace(face, rng);
      for (double pitch : PITCHES) {
        assertThat(holes(face, yaw, pitch)).as("person %d, pitch %s", i, pitch).isZero();
      }
    }
  }

  @Test
  void join_afterTheLidsHaveClosed_laysTheWallsOnTheirEdges() {
    float[] closed = MESH.copyPositions();
    MESH.lids().close(closed, 1, 1);
    float[] before = closed.clone();
    MESH.join(closed);
    int moved = 0;
    for (int i = 0; i < closed.length; i += 3) {
      moved += closed[i + 1] == before[i + 1] ? 0 : 1;
    }
    assertThat(moved).isGreaterThan(20);
  }
}
