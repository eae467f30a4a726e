package org.facerepro.face.scene;

import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.paint.SkinTexture;

/** Lights painted surface: soft light, key light with cast shadow, highlight. */
final class KeyLight {
  private static final float SHADOW_BIAS = 2.5f;
  private static final float SLOPE_BIAS = 5;

  private final float keyX;
  private final float keyY;
  private final float keyZ;
  private final float halfX;
  private final float halfY;
  private final float halfZ;
  private final Lens lens;
  private final DepthRaster shadow;
  private final int size;
  private final float red;
  private final float green;
  private final float blue;
  private final float fade;

  KeyLight(Lighting light, Lens lens, RenderWorkspace ws) {
    this.lens = lens;
    float[] key = light.keyDirection();
    float[] half = light.halfDirection();
    keyX = key[0];
    keyY = key[1];
    keyZ = key[2];
    halfX = half[0];
    halfY = half[1];
    halfZ = half[2];
    shadow = ws.shadow;
    size = ws.shadowSize();
    Rgb colour = light.keyColour();
    red = colour.r();
    green = colour.g();
    blue = colour.b();
    fade = light.shadowFade();
  }

  /**
   * Adds lit pieces of surface to a picture.
   *
   * @param row places of the picture, with what their surfaces carry and their paint
   */
  void light(ShadingRow row, float[] picture) {
    for (int i = 0; i < row.count; i++) {
      light(row, i, picture);
    }
  }

  private void light(ShadingRow row, int i, float[] picture) {
    float[] a = row.attributes;
    int at = i * PixelShader.STRIDE;
    float[] paint = row.paint;
    int texel = i * SkinTexture.CHANNELS;
    float nx = a[at];
    float ny = a[at + 1];
    float nz = a[at + 2];
    float scale = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-9f);
    float cos = (keyX * nx + keyY * ny + keyZ * nz) * scale;
    float lit = cos > -0.25f ? lit(a, at + PixelShader.SHADOW, cos) : 0;
    float diffuse = Math.max(0, (cos + 0.12f) / 1.12f) * lit;
    float soaked = Math.max(0, (cos + 0.25f) / 1.25f) * lit;
    float h = Math.max(0, (halfX * nx + halfY * ny + halfZ * nz) * scale);
    float gleam = paint[texel + 3] * lit * highlight(h);
    float r = paint[texel] * (a[at + 3] + red * soaked) + gleam * red;
    float g = paint[texel + 1] * (a[at + 4] + green * diffuse) + gleam * green;
    float b = paint[texel + 2] * (a[at + 5] + blue * diffuse) + gleam * blue;
    float glare = row.glare[i];
    if (glare >= 0) {
      r = lens.through().r() * r + glare;
      g = lens.through().g() * g + glare;
      b = lens.through().b() * b + glare;
    }
    int out = row.out[i];
    float share = row.share(i);
    picture[out] += share * r;
    picture[out + 1] += share * g;
    picture[out + 2] += share * b;
    picture[out + 3] += share;
  }

  /** Returns the highlight by the cosine between a normal and the half vector. */
  private static float highlight(float cos) {
    float h2 = cos * cos;
    float h4 = h2 * h2;
    float h16 = h4 * h4 * h4 * h4;
    return 0.045f * h16 + 0.06f * h16 * h16;
  }

  /** Returns how much of the key light reaches a place of its depth map. */
  private float lit(float[] row, int at, float cos) {
    float x = row[at] - 0.5f;
    float y = row[at + 1] - 0.5f;
    int ix = (int) x;
    int iy = (int) y;
    if (x < 0 || y < 0 || ix >= size - 1 || iy >= size - 1) {
      return 1;
    }
    float fx = x - ix;
    float fy = y - iy;
    float depth = row[at + 2] + SHADOW_BIAS + SLOPE_BIAS * (1 - cos);
    int i = iy * size + ix;
    float a = shadow.depth(i) - depth;
    float b = shadow.depth(i + 1) - depth;
    float c = shadow.depth(i + size) - depth;
    float d = shadow.depth(i + size + 1) - depth;
    if (a <= 0 && b <= 0 && c <= 0 && d <= 0) {
      return 1;
    }
    return (1 - fy) * ((1 - fx) * seen(a) + fx * seen(b))
        + fy * ((1 - fx) * seen(c) + fx * seen(d));
  }

  /** Returns how much of the light comes past a blocker that is nearer to it. */
  private float seen(float d) {
    return d <= 0 ? 1 : fade * d >= 1 ? 0 : 1 - fade * d;
  }
}
