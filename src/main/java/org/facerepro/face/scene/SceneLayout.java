package org.facerepro.face.scene;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.head.HeadAtlas;
import org.facerepro.face.head.HeadMesh;

/**
 * Which vertices and triangles of the scene's common arrays belong to which part; the same for
 * every picture.
 */
public final class SceneLayout {
  public static final int LOCK_COLUMNS = 41;
  public static final int LOCK_ROWS = 12;
  public static final int TORSO_COLUMNS = 17;
  public static final int TORSO_ROWS = 9;

  /** Marks triangles on which paint may change within a pixel. */
  static final int FINE = -1;

  private static final float EYE_X = 19;
  private static final float EYE_Y = 9;

  private final Map<Part, Range> ranges = new EnumMap<>(Part.class);
  private int[] triangles = {};
  private final int[] casters;
  private final boolean[] fine;
  private final byte[] sheets;
  private final byte[] calm;
  private final Part[] parts;
  private final float[] us;
  private final float[] vs;

  private record Range(int firstVertex, int endVertex, int firstIndex, int endIndex) {}

  public SceneLayout(HeadMesh head) {
    casters = head.copyCoarseTriangles();
    add(Part.HEAD, head.vertexCount(), head.copyTriangles());
    add(Part.LOCKS, LOCK_COLUMNS * LOCK_ROWS, HeadMesh.grid(end(), LOCK_COLUMNS, LOCK_ROWS));
    add(Part.TORSO, TORSO_COLUMNS * TORSO_ROWS, HeadMesh.grid(end(), TORSO_COLUMNS, TORSO_ROWS));
    add(Part.GLASSES, GlassesBuilder.VERTICES, GlassesBuilder.triangles(end()));
    int brim = BrimBuilder.COLUMNS * BrimBuilder.ROWS;
    add(Part.BRIM, brim, HeadMesh.grid(end(), BrimBuilder.COLUMNS, BrimBuilder.ROWS));
    add(Part.OCCLUDER, OccluderBuilder.VERTICES, OccluderBuilder.triangles(end()));
    add(Part.LENSES, GlassesBuilder.LENS_VERTICES, GlassesBuilder.lensTriangles(end()));
    us = new float[end()];
    vs = new float[end()];
    for (int i = 0; i < head.vertexCount(); i++) {
      us[i] = head.u(i);
      vs[i] = head.v(i);
    }
    fine = new boolean[triangles.length / 3];
    for (int t = 0; t < endIndex(Part.HEAD); t += 3) {
      fine[t / 3] = fine(triangles[t]) || fine(triangles[t + 1]) || fine(triangles[t + 2]);
    }
    parts = new Part[fine.length];
    sheets = new byte[fine.length];
    sort();
    calm = sheets.clone();
    for (int t = 0; t < calm.length; t++) {
      calm[t] = fine[t] ? (byte) FINE : calm[t];
    }
    number(Part.LOCKS, LOCK_COLUMNS);
    number(Part.TORSO, TORSO_COLUMNS);
    for (int i = first(Part.LENSES); i < end(Part.LENSES); i++) {
      us[i] = GlassesBuilder.lensAcross(i - first(Part.LENSES));
      vs[i] = GlassesBuilder.lensHeight(i - first(Part.LENSES));
    }
  }

  private void add(Part part, int vertices, int[] indices) {
    int from = triangles.length;
    ranges.put(part, new Range(end(), end() + vertices, from, from + indices.length));
    triangles = Arrays.copyOf(triangles, from + indices.length);
    System.arraycopy(indices, 0, triangles, from, indices.length);
  }

  /** Notes the part of all triangles and their pieces of surface. */
  private void sort() {
    int sheet = HeadAtlas.PIECES;
    for (Part part : Part.values()) {
      for (int t = firstIndex(part); t < endIndex(part); t += 3) {
        boolean head = part == Part.HEAD;
        parts[t / 3] = part;
        sheets[t / 3] = (byte) (head ? HeadAtlas.piece(us[triangles[t]]) : sheet);
      }
      sheet++;
    }
  }

  /** Returns the number of vertices that have been laid out so far. */
  private int end() {
    return ranges.values().stream().mapToInt(Range::endVertex).max().orElse(0);
  }

  private void number(Part part, int columns) {
    for (int i = first(part); i < end(part); i++) {
      int row = (i - first(part)) / columns;
      us[i] = i - first(part) - row * columns;
      vs[i] = row;
    }
  }

  private Range range(Part part) {
    return Objects.requireNonNull(ranges.get(part), "every part has a range");
  }

  public int vertexCount() {
    return us.length;
  }

  public int first(Part part) {
    return range(part).firstVertex;
  }

  public int end(Part part) {
    return range(part).endVertex;
  }

  public int firstIndex(Part part) {
    return range(part).firstIndex;
  }

  public int endIndex(Part part) {
    return range(part).endIndex;
  }

  private boolean fine(int vertex) {
    float u = Math.abs(us[vertex]);
    boolean eye = Math.abs(u - FacePlan.EYE_X) < EYE_X && Math.abs(vs[vertex]) < EYE_Y;
    return eye || !HeadAtlas.isSkin(us[vertex]);
  }

  /** Returns whether paint may change within a pixel: around the eyes and in the mouth. */
  boolean isFine(int triangle) {
    return fine[triangle / 3];
  }

  /** Returns the part that a triangle belongs to. */
  Part part(int triangle) {
    return parts[triangle / 3];
  }

  /**
   * Returns a number that triangles of the same part and, inside the head, organ have in common.
   */
  int sheet(int triangle) {
    return sheets[triangle / 3];
  }

  /**
   * Returns the sheet of a triangle whose paint changes little within a pixel, and a number that is
   * no sheet's otherwise.
   */
  int calmSheet(int triangle) {
    return calm[triangle / 3];
  }

  /** The shared index array; read-only by agreement inside the package. */
  public int[] triangles() {
    return triangles;
  }

  /** The head's triangles that cast shadows; read-only by agreement inside the package. */
  int[] headCasters() {
    return casters;
  }

  public float u(int vertex) {
    return us[vertex];
  }

  public float v(int vertex) {
    return vs[vertex];
  }
}
