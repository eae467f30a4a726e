package org.facerepro.face.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The undeformed head: skin and ears first, then eyeballs, teeth and mouth, about 9,500 vertices,
 * dense on the face, and after them the landmarks as vertices of no triangle, so that every
 * deformation moves them too.
 */
public final class HeadMesh {
  /** Number of the alignment landmarks, which come first among the landmarks. */
  public static final int LANDMARK_COUNT = 5;

  private final List<SurfacePoint> points;
  private final float[] positions;
  private final float[] texture;
  private final int[] triangles;
  private final int[] coarse;
  private final int skinEnd;
  private final int firstLandmark;
  private final int columns;
  private final int rows;
  private final int upperLip;
  private final int[] eyeballs = new int[3];
  private final int[] seams;
  private final LidRest lids;
  private final LipRest lips;
  private final Map<LandmarkSet, List<HeadLandmark>> landmarks = new EnumMap<>(LandmarkSet.class);

  public HeadMesh() {
    MeshBuilder mesh = new MeshBuilder();
    points = mesh.points;
    SkinGrid grid = new SkinGrid();
    grid.build(mesh);
    int skin = mesh.indexCount();
    EarMesh.build(mesh);
    skinEnd = mesh.size();
    eyeballs[0] = mesh.size();
    EyeballMesh.build(mesh, -1);
    eyeballs[1] = mesh.size();
    EyeballMesh.build(mesh, 1);
    eyeballs[2] = mesh.size();
    MouthMesh.build(mesh);
    seams = SlitPockets.build(mesh, grid);
    firstLandmark = mesh.size();
    for (LandmarkSet set : LandmarkSet.values()) {
      landmarks.put(set, append(set, mesh));
    }
    triangles = mesh.triangles();
    coarse = joined(CoarseSkin.triangles(grid, mesh), triangles, skin);
    texture = mesh.texture();
    positions = mesh.positions();
    columns = grid.columns();
    rows = grid.rowCount();
    upperLip = grid.upperLipRow();
    lids = new LidRest(this, grid);
    lids.settle(positions);
    join(positions);
    lips = new LipRest(this, grid);
  }

  private static int[] joined(int[] first, int[] second, int from) {
    int[] out = Arrays.copyOf(first, first.length + second.length - from);
    System.arraycopy(second, from, out, first.length, second.length - from);
    return out;
  }

  private static List<HeadLandmark> append(LandmarkSet set, MeshBuilder mesh) {
    List<String> names = LandmarkPlan.names(set);
    List<HeadLandmark> out = new ArrayList<>();
    for (SurfacePoint place : LandmarkPlan.places(set)) {
      out.add(new HeadLandmark(names.get(out.size()), mesh.addSkin(place)));
    }
    return List.copyOf(out);
  }

  /** Returns the triangles of a grid of vertices that starts at {@code first}, row by row. */
  public static int[] grid(int first, int columns, int rows) {
    MeshBuilder mesh = new MeshBuilder();
    for (int r = 0; r + 1 < rows; r++) {
      for (int c = 0; c + 1 < columns; c++) {
        int a = first + r * columns + c;
        int below = a + columns;
        mesh.quad(a, a + 1, below, below + 1);
      }
    }
    return mesh.triangles();
  }

  public int vertexCount() {
    return points.size();
  }

  /** Returns the number of vertices of skin and ears, which come first. */
  public int skinEnd() {
    return skinEnd;
  }

  /** Returns the length of a row of the grid of the skin, whose vertices come first. */
  public int skinColumns() {
    return columns;
  }

  /** Returns the number of rows of the grid of the skin. */
  public int skinRows() {
    return rows;
  }

  /** Returns the row of the upper lip's edge; two rows inside the lips follow, then the lower's. */
  public int upperLipRow() {
    return upperLip;
  }

  public int firstLandmark() {
    return firstLandmark;
  }

  /** Returns the first vertex, the apex, of the eyeball on the left (0) or right of the picture. */
  public int eyeball(int side) {
    return eyeballs[side];
  }

  /** Returns the end of the vertices of an eyeball. */
  public int eyeballEnd(int side) {
    return eyeballs[side + 1];
  }

  public LidRest lids() {
    return lids;
  }

  public LipRest lips() {
    return lips;
  }

  /**
   * Lays the walls behind the slits of the skin on the slits' edges, wherever those are now: what
   * moves lids or lips is followed by this.
   */
  public void join(float[] positions) {
    for (int i = 0; i < seams.length; i += 2) {
      System.arraycopy(positions, 3 * seams[i + 1], positions, 3 * seams[i], 3);
    }
  }

  public SurfacePoint point(int vertex) {
    return points.get(vertex);
  }

  /** Returns where a vertex takes its paint from across, see {@link HeadAtlas}. */
  public float u(int vertex) {
    return texture[2 * vertex];
  }

  /** Returns where a vertex takes its paint from in height. */
  public float v(int vertex) {
    return texture[2 * vertex + 1];
  }

  public float[] copyPositions() {
    return positions.clone();
  }

  public int[] copyTriangles() {
    return triangles.clone();
  }

  /**
   * Returns fewer triangles of the same vertices, that leave out vertices within about a millimetre
   * of the surface of the undeformed head: enough to cast shadows.
   */
  public int[] copyCoarseTriangles() {
    return coarse.clone();
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
}
