package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.draw.Spot;

/**
 * The light that a matt surface of albedo 1 would send to the camera at each place of one picture's
 * scene: soft light, and the key light with its cast shadow; without the highlight.
 */
public final class SceneIllumination {
  private static final int SOFT = 3;
  private static final int SHADOW = 8;
  private static final float SHADOW_BIAS = 2.5f;
  private static final float SLOPE_BIAS = 5;

  /** Light that creeps around the edge of shade, and more of the red through the skin. */
  private static final float WRAP = 0.12f;

  private static final float RED_WRAP = 0.25f;

  private final RenderedView view;

  /** Makes the illumination of a picture. */
  public SceneIllumination(RenderedView view) {
    this.view = view;
  }

  /** Writes red, green and blue at a place, linear, before exposure. */
  public void at(Spot spot, float[] out) {
    float nx = attribute(spot, 0);
    float ny = attribute(spot, 1);
    float nz = attribute(spot, 2);
    float scale = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-9f);
    float cos = view.lighting().keyCosine(nx, ny, nz) * scale;
    float lit = cos > -RED_WRAP ? lit(spot, SHADOW_BIAS + SLOPE_BIAS * (1 - cos)) : 0;
    float red = wrapped(cos, RED_WRAP) * lit;
    float diffuse = wrapped(cos, WRAP) * lit;
    Rgb key = view.lighting().keyColour();
    out[0] = attribute(spot, SOFT) + key.r() * red;
    out[1] = attribute(spot, SOFT + 1) + key.g() * diffuse;
    out[2] = attribute(spot, SOFT + 2) + key.b() * diffuse;
  }

  private static float wrapped(float cos, float wrap) {
    return Math.max(0, (cos + wrap) / (1 + wrap));
  }

  /** Returns how much of the key light reaches a place, 0 to 1. */
  private float lit(Spot spot, float bias) {
    float x = attribute(spot, SHADOW) - 0.5f;
    float y = attribute(spot, SHADOW + 1) - 0.5f;
    int ix = (int) x;
    int iy = (int) y;
    int size = view.buffers().shadowSize();
    if (x < 0 || y < 0 || ix >= size - 1 || iy >= size - 1) {
      return 1;
    }
    float fx = x - ix;
    float fy = y - iy;
    float depth = attribute(spot, SHADOW + 2) + bias;
    int i = iy * size + ix;
    return (1 - fy) * ((1 - fx) * seen(i, depth) + fx * seen(i + 1, depth))
        + fy * ((1 - fx) * seen(i + size, depth) + fx * seen(i + size + 1, depth));
  }

  private float seen(int i, float depth) {
    return Kernel.clamp(1 - 0.5f * (view.buffers().shadow.depth(i) - depth));
  }

  private float attribute(Spot spot, int k) {
    return spot.value(view.buffers().attributes, PixelShader.STRIDE, k);
  }
}
