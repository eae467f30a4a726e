package org.facerepro.face.scene;

import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Rgb;

/** Lights painted surface: soft light, key light with cast shadow, highlight. */
final class KeyLight {
  private static final float SHADOW_BIAS = 2.5f;
  private static final float SLOPE_BIAS = 5;

  private final Lighting light;
  private final DepthRaster shadow;
  private final int size;
  private final Rgb colour;
  private final float fade;

  KeyLight(Lighting light, RenderWorkspace ws) {
    this.light = light;
    shadow = ws.shadow;
    size = ws.shadowSize();
    colour = light.keyColour();
    fade = light.shadowFade();
  }

  /**
   * Adds a lit surface to a picture.
   *
   * @param at attributes of the place, in the order of {@link PixelShader#STRIDE}
   * @param paint linear albedo and gloss
   * @param share of the pixel
   * @param out offset of the pixel
   */
  void light(float[] at, float[] paint, float share, float[] picture, int out) {
    float nx = at[0];
    float ny = at[1];
    float nz = at[2];
    float scale = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-9f);
    float cos = light.keyCosine(nx, ny, nz) * scale;
    float lit = cos > -0.25f ? lit(at, SHADOW_BIAS + SLOPE_BIAS * (1 - cos)) : 0;
    float diffuse = Math.max(0, (cos + 0.12f) / 1.12f) * lit;
    float red = Math.max(0, (cos + 0.25f) / 1.25f) * lit;
    float h = Math.max(0, light.halfCosine(nx, ny, nz) * scale);
    float h8 = h * h * h * h;
    h8 *= h8;
    float gleam = paint[3] * lit * (0.045f * h8 * h8 + 0.06f * h8 * h8 * h8 * h8);
    picture[out] += share * (paint[0] * (at[3] + colour.r() * red) + gleam * colour.r());
    picture[out + 1] += share * (paint[1] * (at[4] + colour.g() * diffuse) + gleam * colour.g());
    picture[out + 2] += share * (paint[2] * (at[5] + colour.b() * diffuse) + gleam * colour.b());
    picture[out + 3] += share;
  }

  private float lit(float[] at, float bias) {
    float x = at[8] - 0.5f;
    float y = at[9] - 0.5f;
    int ix = (int) x;
    int iy = (int) y;
    if (x < 0 || y < 0 || ix >= size - 1 || iy >= size - 1) {
      return 1;
    }
    float fx = x - ix;
    float fy = y - iy;
    float depth = at[10] + bias;
    int i = iy * size + ix;
    return (1 - fy) * ((1 - fx) * seen(i, depth) + fx * seen(i + 1, depth))
        + fy * ((1 - fx) * seen(i + size, depth) + fx * seen(i + size + 1, depth));
  }

  private float seen(int i, float depth) {
    float d = shadow.depth(i) - depth;
    return d <= 0 ? 1 : Math.max(0, 1 - fade * d);
  }
}
