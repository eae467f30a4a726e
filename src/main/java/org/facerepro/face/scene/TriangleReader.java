package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Kernels;
import org.facerepro.face.draw.MixKernel;

/** Reads what the corners of a seen triangle carry at one place of the picture; one per picture. */
final class TriangleReader {
  private static final int STRIDE = PixelShader.STRIDE;

  /**
   * Most of a triangle that a step over a subpixel may cross: slivers are as steep as they like.
   */
  private static final float STEEP = 0.75f;

  private final MixKernel kernel = Kernels.mix();
  private final int[] triangles;
  private final float[] screen;
  private final float[] values;
  private int a;
  private int b;
  private int c;
  private float shareA;
  private float shareB;
  private float shareC;
  private float bx;
  private float by;
  private float cx;
  private float cy;
  private float inverse;

  TriangleReader(SceneLayout layout, RenderWorkspace ws) {
    triangles = layout.triangles();
    screen = ws.screen;
    values = ws.attributes;
  }

  /** Moves to a place of the camera's depth map, on the triangle whose first corner is given. */
  void move(int triangle, float px, float py) {
    int i = triangles[triangle];
    int j = triangles[triangle + 1];
    int k = triangles[triangle + 2];
    float ax = screen[3 * i];
    float ay = screen[3 * i + 1];
    bx = screen[3 * j] - ax;
    by = screen[3 * j + 1] - ay;
    cx = screen[3 * k] - ax;
    cy = screen[3 * k + 1] - ay;
    float x = px - ax;
    float y = py - ay;
    float area = bx * cy - cx * by;
    inverse = area == 0 ? 0 : 1 / area;
    // Corners were rounded when the triangle was drawn: a sliver may not reach its own subpixel.
    shareB = Kernel.clamp((x * cy - cx * y) * inverse);
    shareC = Kernel.clamp((bx * y - x * by) * inverse, 0, 1 - shareB);
    shareA = 1 - shareB - shareC;
    a = STRIDE * i;
    b = STRIDE * j;
    c = STRIDE * k;
  }

  /** Returns one of the values. */
  float value(int k) {
    return shareA * values[a + k] + shareB * values[b + k] + shareC * values[c + k];
  }

  /**
   * Reads what the pieces of a row carry.
   *
   * @param near whether nobody will ask for a plain piece's ways over a subpixel
   */
  void read(ShadingRow row, boolean near) {
    for (int i = 0; i < row.count; i++) {
      move(row.triangle[i], row.x[i], row.y[i]);
      kernel.corners(values, a, b, c, shareA, shareB, shareC, row.attributes, STRIDE * i);
      if (!(near && row.plain[i])) {
        steps(row.steps, 4 * i);
      }
    }
  }

  private void steps(float[] steps, int at) {
    float rightB = Kernel.clamp(cy * inverse, -STEEP, STEEP);
    float rightC = Kernel.clamp(-by * inverse, -STEEP, STEEP);
    float downB = Kernel.clamp(-cx * inverse, -STEEP, STEEP);
    float downC = Kernel.clamp(bx * inverse, -STEEP, STEEP);
    steps[at] = growth(PixelShader.U, rightB, rightC);
    steps[at + 1] = growth(PixelShader.U, downB, downC);
    steps[at + 2] = growth(PixelShader.V, rightB, rightC);
    steps[at + 3] = growth(PixelShader.V, downB, downC);
  }

  /** Returns how much one of the values grows over a step. */
  private float growth(int k, float stepB, float stepC) {
    return stepB * (values[b + k] - values[a + k]) + stepC * (values[c + k] - values[a + k]);
  }
}
