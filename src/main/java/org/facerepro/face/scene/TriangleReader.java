package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Kernels;
import org.facerepro.face.draw.MixKernel;

/** Reads what the corners of a seen triangle carry at one place of the picture; one per picture. */
final class TriangleReader {
  private static final int STRIDE = PixelShader.STRIDE;

  /** Farthest that a step may lead, as a share of the triangle. */
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
  private float stepB;
  private float stepC;

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
    float bx = screen[3 * j] - ax;
    float by = screen[3 * j + 1] - ay;
    float cx = screen[3 * k] - ax;
    float cy = screen[3 * k + 1] - ay;
    float x = px - ax;
    float y = py - ay;
    float area = bx * cy - cx * by;
    float inverse = area == 0 ? 0 : 1 / area;
    // Corners were rounded when the triangle was drawn: a sliver may not reach its own subpixel.
    shareB = Kernel.clamp((x * cy - cx * y) * inverse);
    shareC = Kernel.clamp((bx * y - x * by) * inverse, 0, 1 - shareB);
    shareA = 1 - shareB - shareC;
    stepB = 0.5f * (cy - cx) * inverse;
    stepC = 0.5f * (bx - by) * inverse;
    a = STRIDE * i;
    b = STRIDE * j;
    c = STRIDE * k;
  }

  /** Returns one of the values. */
  float value(int k) {
    return shareA * values[a + k] + shareB * values[b + k] + shareC * values[c + k];
  }

  /**
   * Returns how much one of the values grows over half a subpixel to the right and half a subpixel
   * down, at most what it changes over most of the triangle.
   */
  float step(int k) {
    float first = values[a + k];
    return Kernel.clamp(stepB, -STEEP, STEEP) * (values[b + k] - first)
        + Kernel.clamp(stepC, -STEEP, STEEP) * (values[c + k] - first);
  }

  /** Copies all values. */
  void all(float[] out) {
    kernel.corners(values, a, b, c, shareA, shareB, shareC, out);
  }
}
