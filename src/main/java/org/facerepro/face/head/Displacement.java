package org.facerepro.face.head;

import java.util.Arrays;
import java.util.List;

/**
 * What one unit of a component does to the mesh: the vertices that it moves and their shifts, mm;
 * immutable.
 */
public final class Displacement {
  private static final float NEGLIGIBLE = 1e-4f;

  private final int[] offsets;
  private final float[] shifts;

  private Displacement(int[] offsets, float[] shifts) {
    this.offsets = offsets;
    this.shifts = shifts;
  }

  /** Returns the displacement of one unit of a shape component. */
  public static Displacement of(HeadMesh mesh, ShapeComponent component) {
    List<Field> fields = ShapeFields.of(component);
    float[] all = new float[3 * mesh.vertexCount()];
    for (int i = 0; i < mesh.vertexCount(); i++) {
      add(fields, mesh.point(i), all, 3 * i);
    }
    return sparse(all);
  }

  /**
   * Returns the displacement of one unit of an expression component: skin and the walls that begin
   * at its edges by its fields, lower teeth with the jaw, nothing else.
   */
  public static Displacement of(HeadMesh mesh, ExpressionComponent component) {
    List<Field> fields = ExpressionFields.of(component);
    float[] jaw = ExpressionFields.jaw(component);
    float[] all = new float[3 * mesh.vertexCount()];
    for (int i = 0; i < mesh.vertexCount(); i++) {
      SurfacePoint p = mesh.point(i);
      if (p.part() == HeadPart.SKIN || p.part() == HeadPart.LINING) {
        add(fields, p, all, 3 * i);
      } else if (p.part() == HeadPart.LOWER_TEETH) {
        System.arraycopy(jaw, 0, all, 3 * i, 3);
      }
    }
    return sparse(all);
  }

  /** Adds what fields do at a place to {@code out[at…]}, mm. */
  static void add(List<Field> fields, SurfacePoint p, float[] out, int at) {
    for (Field field : fields) {
      field.add(p, 1, out, at);
    }
  }

  private static Displacement sparse(float[] all) {
    int[] offsets = new int[all.length / 3];
    float[] shifts = new float[all.length];
    int n = 0;
    for (int at = 0; at < all.length; at += 3) {
      float size = Math.abs(all[at]) + Math.abs(all[at + 1]) + Math.abs(all[at + 2]);
      if (size > NEGLIGIBLE) {
        offsets[n] = at;
        System.arraycopy(all, at, shifts, 3 * n, 3);
        n++;
      }
    }
    return new Displacement(Arrays.copyOf(offsets, n), Arrays.copyOf(shifts, 3 * n));
  }

  /** Returns the number of vertices that move. */
  public int size() {
    return offsets.length;
  }

  /** Adds {@code amount} times the displacement to packed positions. */
  public void add(float[] positions, float amount) {
    if (amount == 0) {
      return;
    }
    for (int k = 0; k < offsets.length; k++) {
      int at = offsets[k];
      positions[at] += amount * shifts[3 * k];
      positions[at + 1] += amount * shifts[3 * k + 1];
      positions[at + 2] += amount * shifts[3 * k + 2];
    }
  }
}
