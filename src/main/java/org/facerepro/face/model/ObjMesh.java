package org.facerepro.face.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mesh of a Wavefront OBJ file: vertices and triangles; polygons are cut into fans from their
 * first corner. Texture coordinates and normals are passed over.
 */
final class ObjMesh {
  private final float[] positions;
  private final int[] triangles;
  private final List<String> materials;

  private ObjMesh(float[] positions, int[] triangles, List<String> materials) {
    this.positions = positions;
    this.triangles = triangles;
    this.materials = materials;
  }

  /** The vertices {@code [V, 3]} in the file's unit; read-only by agreement in this package. */
  float[] positions() {
    return positions;
  }

  /** The vertex numbers from 0 {@code [T, 3]}; read-only by agreement in this package. */
  int[] triangles() {
    return triangles;
  }

  /** Returns the name of each triangle's material {@code [T]}, empty where none is named. */
  List<String> materials() {
    return materials;
  }

  /** Reads vertices only, which is several times faster. */
  static float[] positions(byte[] text, String origin, int expected) {
    Floats positions = new Floats(3 * expected);
    ObjScanner in = new ObjScanner(text, origin);
    while (in.nextLine()) {
      if (in.skip("v")) {
        positions.add(in);
      }
    }
    return positions.toArray();
  }

  static ObjMesh read(byte[] text, String origin) {
    Floats positions = new Floats(1 << 16);
    List<int[]> triangles = new ArrayList<>();
    List<String> materials = new ArrayList<>();
    String material = "";
    ObjScanner in = new ObjScanner(text, origin);
    while (in.nextLine()) {
      if (in.skip("v")) {
        positions.add(in);
      } else if (in.skip("usemtl")) {
        material = in.rest();
      } else if (in.skip("f")) {
        fan(in, triangles);
        while (materials.size() < triangles.size()) {
          materials.add(material);
        }
      }
    }
    int[] corners = triangles.stream().flatMapToInt(Arrays::stream).toArray();
    MeshChecks.requireIndices(origin + " (from 1)", corners, positions.size / 3);
    return new ObjMesh(positions.toArray(), corners, materials);
  }

  private static void fan(ObjScanner in, List<int[]> triangles) {
    int first = in.corner() - 1;
    int before = in.corner() - 1;
    int corners = 2;
    while (in.hasMore()) {
      int next = in.corner() - 1;
      triangles.add(new int[] {first, before, next});
      before = next;
      corners++;
    }
    if (corners < 3) {
      throw in.fault("a polygon of two corners", null);
    }
  }

  private static final class Floats {
    private float[] values;
    private int size;

    Floats(int capacity) {
      values = new float[Math.max(3, capacity)];
    }

    void add(ObjScanner in) {
      if (size + 3 > values.length) {
        values = Arrays.copyOf(values, 2 * values.length + 3);
      }
      for (int axis = 0; axis < 3; axis++) {
        values[size] = (float) in.number();
        size++;
      }
    }

    float[] toArray() {
      return values.length == size ? values : Arrays.copyOf(values, size);
    }
  }
}
