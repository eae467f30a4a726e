package org.facerepro.face.scene;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.HeadMesh;

/**
 * Turns the skin under a mask into the mask's cloth: stretched from the nose to the chin and the
 * cheeks, closed over the mouth, smooth, and off the face; immutable.
 */
final class MaskShell {
  private static final int ROUNDS = 16;
  private static final int LAST_ROUNDS = 14;

  /** How far the cloth stands off at its edge and inside, mm. */
  private static final float EDGE = 0.9f;

  private static final float INSIDE = 4;

  /** Share of the way from skin to a tent over the face's sides that the cloth goes. */
  private static final float TENT = 0.7f;

  private final int columns;
  private final int[] lips;

  /** The rows of vertices, from the top, without those inside the lips. */
  private final int[] rows;

  /** Depth of each vertex under the mask; negative where it does not lie there. */
  private final float[] depth;

  private final int[] covered;

  MaskShell(HeadMesh mesh) {
    columns = mesh.skinColumns();
    int upperLip = mesh.upperLipRow();
    lips = new int[] {upperLip + 1, upperLip + 2};
    depth = new float[mesh.skinRows() * columns];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = FaceMask.depth(mesh.u(i), mesh.v(i));
    }
    covered = IntStream.range(0, depth.length).filter(this::covers).toArray();
    int first = covered[0] / columns;
    int last = covered[covered.length - 1] / columns;
    rows = IntStream.rangeClosed(first, last).filter(r -> r != lips[0] && r != lips[1]).toArray();
  }

  private boolean covers(int vertex) {
    return depth[vertex] > 0;
  }

  /** Returns the vertices that become cloth, in ascending order. */
  int[] covered() {
    return covered.clone();
  }

  /** Moves the covered vertices from the skin onto the cloth. */
  void drape(float[] positions) {
    float[] skin = new float[3 * depth.length];
    System.arraycopy(positions, 0, skin, 0, skin.length);
    for (int c = 0; c < columns; c++) {
      span(positions, c);
    }
    for (int row : rows) {
      tent(positions, row);
    }
    for (int k = 0; k < ROUNDS; k++) {
      smooth(positions);
      push(positions, skin);
    }
    for (int k = 0; k < LAST_ROUNDS; k++) {
      smooth(positions);
    }
    sew(positions);
  }

  /** Stretches a column over its hollows: the hull of the distances from the head's axis. */
  private void span(float[] p, int column) {
    int[] line = Arrays.stream(rows).map(r -> r * columns + column).filter(this::covers).toArray();
    float[] along = new float[line.length];
    float[] out = new float[line.length];
    for (int i = 0; i < line.length; i++) {
      along[i] = -p[3 * line[i] + 1];
      out[i] = radius(p, line[i]);
    }
    float[] hull = hull(along, out);
    for (int i = 0; i < line.length; i++) {
      scale(p, line[i], hull[i] / out[i]);
    }
  }

  /** Stretches a row over its hollows, seen from the front. */
  private void tent(float[] p, int row) {
    int first = row * columns;
    int[] line = IntStream.range(first, first + columns).filter(this::covers).toArray();
    float[] along = new float[line.length];
    float[] out = new float[line.length];
    for (int i = 0; i < line.length; i++) {
      along[i] = p[3 * line[i]];
      out[i] = p[3 * line[i] + 2];
    }
    float[] hull = hull(along, out);
    for (int i = 0; i < line.length; i++) {
      p[3 * line[i] + 2] += TENT * (hull[i] - out[i]);
    }
  }

  /** Returns the heights of the upper hull of points at their places, in order along a line. */
  static float[] hull(float[] along, float[] out) {
    int[] corners = new int[out.length];
    int n = 0;
    for (int i = 0; i < out.length; i++) {
      while (n > 1 && below(along, out, corners[n - 2], corners[n - 1], i)) {
        n--;
      }
      corners[n++] = i;
    }
    float[] hull = out.clone();
    for (int k = 0; k + 1 < n; k++) {
      int a = corners[k];
      int b = corners[k + 1];
      for (int i = a + 1; i < b; i++) {
        float t = Kernel.clamp((along[i] - along[a]) / (along[b] - along[a]));
        hull[i] = Math.max(out[i], Kernel.mix(out[a], out[b], t));
      }
    }
    return hull;
  }

  private static boolean below(float[] along, float[] out, int a, int b, int c) {
    return (out[b] - out[a]) * (along[c] - along[a]) <= (out[c] - out[a]) * (along[b] - along[a]);
  }

  /** Moves every covered vertex half of the way to the middle of its neighbours. */
  private void smooth(float[] p) {
    float[] before = Arrays.copyOf(p, 3 * depth.length);
    for (int k = 1; k + 1 < rows.length; k++) {
      for (int c = 1; c + 1 < columns; c++) {
        int i = rows[k] * columns + c;
        if (covers(i)) {
          int above = 3 * (rows[k - 1] * columns + c);
          int below = 3 * (rows[k + 1] * columns + c);
          for (int d = 0; d < 3; d++) {
            int at = 3 * i + d;
            float mean = before[at - 3] + before[at + 3] + before[above + d] + before[below + d];
            p[at] = 0.5f * before[at] + 0.125f * mean;
          }
        }
      }
    }
  }

  /** Pushes the cloth out of the skin. */
  private void push(float[] p, float[] skin) {
    for (int i : covered) {
      float least = radius(skin, i) + Kernel.mix(EDGE, INSIDE, Kernel.step(0, 12, depth[i]));
      float now = radius(p, i);
      if (now < least) {
        scale(p, i, least / now);
      }
    }
  }

  /** Joins what lies inside the lips in the middle between them. */
  private void sew(float[] p) {
    for (int c = 0; c < columns; c++) {
      int above = 3 * ((lips[0] - 1) * columns + c);
      int below = 3 * ((lips[1] + 1) * columns + c);
      for (int lip : lips) {
        int i = lip * columns + c;
        for (int d = 0; d < 3 && covers(i); d++) {
          p[3 * i + d] = 0.5f * (p[above + d] + p[below + d]);
        }
      }
    }
  }

  private static float radius(float[] p, int vertex) {
    float x = p[3 * vertex];
    float z = p[3 * vertex + 2];
    return (float) Math.sqrt(x * x + z * z);
  }

  private static void scale(float[] p, int vertex, float factor) {
    p[3 * vertex] *= factor;
    p[3 * vertex + 2] *= factor;
  }
}
