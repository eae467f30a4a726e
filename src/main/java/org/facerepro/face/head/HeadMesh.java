package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The grid of the undeformed head: about 7,000 vertices, dense on the face, and after them the
 * landmarks as vertices of no triangle, so that every deformation moves them too.
 */
public final class HeadMesh {
  private static final int SKULL_ROWS = 9;
  private static final float BROW_TOP = 32;

  /** Number of the alignment landmarks, which come first among the landmarks. */
  public static final int LANDMARK_COUNT = 5;

  private final List<SurfacePoint> points = new ArrayList<>();
  private final float[] positions;
  private final int[] triangles;
  private final int firstLandmark;
  private final Map<LandmarkSet, List<HeadLandmark>> landmarks = new EnumMap<>(LandmarkSet.class);

  public HeadMesh() {
    double[] angles = angles();
    float[] heights = heights();
    for (float height : heights) {
      for (double angle : angles) {
        points.add(BaseHead.place(angle, height));
      }
    }
    triangles = grid(0, angles.length, heights.length);
    firstLandmark = points.size();
    for (LandmarkSet set : LandmarkSet.values()) {
      landmarks.put(set, append(set));
    }
    positions = new float[3 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      SurfacePoint p = points.get(i);
      positions[3 * i] = p.x();
      positions[3 * i + 1] = FacePlan.HEIGHT_SCALE * p.y();
      positions[3 * i + 2] = p.z();
      BaseHead.addFeatures(p, positions, 3 * i);
    }
  }

  /** Returns the triangles of a grid of vertices that starts at {@code first}, row by row. */
  public static int[] grid(int first, int columns, int rows) {
    int[] triangles = new int[6 * (columns - 1) * (rows - 1)];
    int at = 0;
    for (int r = 0; r + 1 < rows; r++) {
      for (int c = 0; c + 1 < columns; c++) {
        int a = first + r * columns + c;
        int below = a + columns;
        at = quad(triangles, at, a, a + 1, below, below + 1);
      }
    }
    return triangles;
  }

  private static int quad(int[] out, int at, int a, int b, int c, int d) {
    out[at] = a;
    out[at + 1] = c;
    out[at + 2] = b;
    out[at + 3] = b;
    out[at + 4] = c;
    out[at + 5] = d;
    return at + 6;
  }

  public int vertexCount() {
    return points.size();
  }

  public int firstLandmark() {
    return firstLandmark;
  }

  /** Returns a set's landmarks in its order. */
  public List<HeadLandmark> landmarks(LandmarkSet set) {
    return Objects.requireNonNull(landmarks.get(set), "every set has landmarks");
  }

  /** Returns the part of the head that a vertex belongs to. */
  public HeadRegion region(int vertex) {
    return RegionPlan.of(points.get(vertex));
  }

  /**
   * Returns the part of the head that a triangle belongs to: that of at least two of its vertices,
   * or of the first.
   *
   * @param offset offset of the triangle's first index
   */
  public HeadRegion triangleRegion(int offset) {
    HeadRegion first = region(triangles[offset]);
    HeadRegion second = region(triangles[offset + 1]);
    return second == region(triangles[offset + 2]) ? second : first;
  }

  private List<HeadLandmark> append(LandmarkSet set) {
    List<String> names = LandmarkPlan.names(set);
    List<HeadLandmark> out = new ArrayList<>();
    for (SurfacePoint place : LandmarkPlan.places(set)) {
      out.add(new HeadLandmark(names.get(out.size()), points.size()));
      points.add(place);
    }
    return List.copyOf(out);
  }

  public SurfacePoint point(int vertex) {
    return points.get(vertex);
  }

  public float[] copyPositions() {
    return positions.clone();
  }

  public int[] copyTriangles() {
    return triangles.clone();
  }

  private static double[] angles() {
    List<Double> right = new ArrayList<>();
    for (int i = 1; i <= 28; i++) {
      right.add(i * 2.2);
    }
    for (int i = 1; i <= 14; i++) {
      right.add(61.6 + i * 3.6);
    }
    for (int i = 1; i <= 6; i++) {
      right.add(112 + i * 68.0 / 6);
    }
    double[] all = new double[2 * right.size() + 1];
    for (int i = 0; i < right.size(); i++) {
      double radians = StrictMath.toRadians(right.get(i));
      all[right.size() + 1 + i] = radians;
      all[right.size() - 1 - i] = -radians;
    }
    return all;
  }

  private static float[] heights() {
    List<Float> heights = new ArrayList<>();
    for (int i = 0; i < SKULL_ROWS; i++) {
      float t = (float) i / SKULL_ROWS;
      heights.add(FacePlan.TOP - (FacePlan.TOP - 64) * t * (0.35f + 0.65f * t));
    }
    for (float y = 64; y > BROW_TOP; y -= 4.5f) {
      heights.add(y);
    }
    addEvenly(heights, BROW_TOP, FacePlan.MOUTH_Y + FacePlan.MOUTH_GAP, 36);
    addEvenly(heights, FacePlan.MOUTH_Y - FacePlan.MOUTH_GAP, FacePlan.CHIN, 17);
    for (float y : new float[] {-121, -125, -130, -145, -175, -215}) {
      heights.add(y);
    }
    float[] all = new float[heights.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = heights.get(i);
    }
    return all;
  }

  private static void addEvenly(List<Float> heights, float from, float to, int steps) {
    for (int i = 0; i <= steps; i++) {
      heights.add(from + (to - from) * i / steps);
    }
  }
}
