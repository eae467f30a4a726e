package org.facerepro.face.scene;

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
  public static final int LOCK_COLUMNS = 29;
  public static final int LOCK_ROWS = 15;
  public static final int TORSO_COLUMNS = 17;
  public static final int TORSO_ROWS = 9;

  private static final float EYE_X = 19;
  private static final float EYE_Y = 9;
  private static final float LIPS_X = 28;
  private static final float LIPS_Y = 4;

  private final Map<Part, Range> ranges = new EnumMap<>(Part.class);
  private final int[] triangles;
  private final boolean[] fine;
  private final float[] us;
  private final float[] vs;

  private record Range(int firstVertex, int endVertex, int firstIndex, int endIndex) {}

  public SceneLayout(HeadMesh head) {
    int[] headTriangles = head.copyTriangles();
    int locks = head.vertexCount();
    int torso = locks + LOCK_COLUMNS * LOCK_ROWS;
    int glasses = torso + TORSO_COLUMNS * TORSO_ROWS;
    int brim = glasses + GlassesBuilder.VERTICES;
    int end = brim + BrimBuilder.COLUMNS * BrimBuilder.ROWS;
    int[] locksTriangles = HeadMesh.grid(locks, LOCK_COLUMNS, LOCK_ROWS);
    int[] torsoTriangles = HeadMesh.grid(torso, TORSO_COLUMNS, TORSO_ROWS);
    int[] glassesTriangles = GlassesBuilder.triangles(glasses);
    int locksIndex = headTriangles.length;
    int torsoIndex = locksIndex + locksTriangles.length;
    int glassesIndex = torsoIndex + torsoTriangles.length;
    int brimIndex = glassesIndex + glassesTriangles.length;
    int[] brimTriangles = HeadMesh.grid(brim, BrimBuilder.COLUMNS, BrimBuilder.ROWS);
    int endIndex = brimIndex + brimTriangles.length;
    ranges.put(Part.HEAD, new Range(0, locks, 0, locksIndex));
    ranges.put(Part.LOCKS, new Range(locks, torso, locksIndex, torsoIndex));
    ranges.put(Part.TORSO, new Range(torso, glasses, torsoIndex, glassesIndex));
    ranges.put(Part.GLASSES, new Range(glasses, brim, glassesIndex, brimIndex));
    ranges.put(Part.BRIM, new Range(brim, end, brimIndex, endIndex));
    triangles = new int[endIndex];
    System.arraycopy(headTriangles, 0, triangles, 0, locksIndex);
    System.arraycopy(locksTriangles, 0, triangles, locksIndex, locksTriangles.length);
    System.arraycopy(torsoTriangles, 0, triangles, torsoIndex, torsoTriangles.length);
    System.arraycopy(glassesTriangles, 0, triangles, glassesIndex, glassesTriangles.length);
    System.arraycopy(brimTriangles, 0, triangles, brimIndex, brimTriangles.length);
    us = new float[end];
    vs = new float[end];
    for (int i = 0; i < locks; i++) {
      us[i] = head.u(i);
      vs[i] = head.v(i);
    }
    fine = new boolean[endIndex / 3];
    for (int t = 0; t < locksIndex; t += 3) {
      fine[t / 3] = fine(triangles[t]) || fine(triangles[t + 1]) || fine(triangles[t + 2]);
    }
    number(Part.LOCKS, LOCK_COLUMNS);
    number(Part.TORSO, TORSO_COLUMNS);
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
    boolean lips = u < LIPS_X && Math.abs(vs[vertex] - FacePlan.MOUTH_Y) < LIPS_Y;
    return eye || lips || !HeadAtlas.isSkin(us[vertex]);
  }

  /** Returns whether paint may change within a pixel: around and inside eyes and mouth. */
  boolean isFine(int triangle) {
    return fine[triangle / 3];
  }

  /** The shared index array; read-only by agreement inside the package. */
  public int[] triangles() {
    return triangles;
  }

  public float u(int vertex) {
    return us[vertex];
  }

  public float v(int vertex) {
    return vs[vertex];
  }
}
