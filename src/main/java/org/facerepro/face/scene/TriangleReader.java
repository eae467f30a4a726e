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
  private float rightB;
  private float rightC;
  private float downB;
  private float downC;

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

  /** Prepares {@link #right} and {@link #down}. */
  void steps() {
    rightB = Kernel.clamp(cy * inverse, -STEEP, STEEP);
    rightC = Kernel.clamp(-by * inverse, -STEEP, STEEP);
    downB = Kernel.clamp(-cx * inverse, -STEEP, STEEP);
    downC = Kernel.clamp(bx * inverse, -STEEP, STEEP);
  }

  /** Returns one of the values. */
  float value(int k) {
    return shareA * values[a + k] + shareB * values[b + k] + shareC * values[c + k];
  }

  /** Returns how much one of the values grows over a subpixel to the right. */
  float right(int k) {
    return rightB * (values[b + k] - values[a + k]) + rightC * (values[c + k] - values[a + k]);
  }

  /** Returns how much one of the values grows over a subpixel down. */
  float down(int k) {
    return downB * (values[b + k] - values[a + k]) + downC * (values[c + k] - values[a + k]);
  }

  /** Copies all values to {@code out} from {@code at} on. */
  void all(float[] out, int at) {
    kernel.corners(values, a, b, c, shareA, shareB, shareC, out, at);
  }
}
