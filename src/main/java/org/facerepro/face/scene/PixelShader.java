package org.facerepro.face.scene;

import java.util.Arrays;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.paint.SkinTexture;

/**
 * Colours the visible pixels of one picture: interpolated normals, soft light per vertex, key light
 * with cast shadow and highlight per subpixel, averaged in linear light.
 */
public final class PixelShader {
  /** Floats per vertex: normal 3, soft light 3, u, v, shadow map x, y, depth. */
  public static final int STRIDE = 11;

  private static final float SHADOW_BIAS = 2.5f;
  private static final float SLOPE_BIAS = 5;
  private static final float PIXEL_SHARE =
      1f / (RenderWorkspace.SUPERSAMPLING * RenderWorkspace.SUPERSAMPLING);

  private final RenderWorkspace ws;
  private final SceneLayout layout;
  private final Lighting light;
  private final Materials materials;
  private final Lens lens;
  private final boolean glassed;
  private final float fade;
  private final int headEnd;
  private final int locksEnd;
  private final int torsoEnd;
  private final int glassesEnd;
  private final int brimEnd;
  private final float[] attribute = new float[STRIDE];
  private final float[] texel = new float[SkinTexture.CHANNELS];

  public PixelShader(
      RenderWorkspace ws, SceneLayout layout, Lighting light, Materials materials, Wear wear) {
    this.ws = ws;
    this.layout = layout;
    this.light = light;
    this.materials = materials;
    lens = wear.lens();
    glassed = wear.glasses();
    fade = light.shadowFade();
    headEnd = layout.endIndex(Part.HEAD);
    locksEnd = layout.endIndex(Part.LOCKS);
    glassesEnd = layout.endIndex(Part.GLASSES);
    torsoEnd = layout.endIndex(Part.TORSO);
    brimEnd = layout.endIndex(Part.BRIM);
  }

  /** Fills the workspace's picture with colour times coverage, and coverage. */
  public void shade() {
    Arrays.fill(ws.picture, 0);
    int size = RenderWorkspace.RASTER_SIZE;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int t = ws.view.triangle(y * size + x);
        if (t != DepthRaster.NOTHING) {
          int s = RenderWorkspace.SUPERSAMPLING;
          int pixel = 4 * (y / s * RenderWorkspace.SIZE + x / s);
          if (glassed && behindLens(y * size + x)) {
            throughLens(t, ws.lenses.triangle(y * size + x), x + 0.5f, y + 0.5f, pixel);
          } else {
            pixel(t, x + 0.5f, y + 0.5f, pixel);
          }
        }
      }
    }
  }

  private boolean behindLens(int i) {
    return ws.lenses.triangle(i) != DepthRaster.NOTHING && ws.lenses.depth(i) > ws.view.depth(i);
  }

  private void throughLens(int t, int glass, float px, float py, int out) {
    float[] picture = ws.picture;
    float r = picture[out];
    float g = picture[out + 1];
    float b = picture[out + 2];
    interpolate(glass, px, py);
    float d = (attribute[7] - lens.place()) / 0.45f;
    float glare = PIXEL_SHARE * lens.glare() * Kernel.bell(d * d);
    pixel(t, px, py, out);
    picture[out] = r + lens.through().r() * (picture[out] - r) + glare;
    picture[out + 1] = g + lens.through().g() * (picture[out + 1] - g) + glare;
    picture[out + 2] = b + lens.through().b() * (picture[out + 2] - b) + glare;
  }

  private void pixel(int t, float px, float py, int out) {
    interpolate(t, px, py);
    Part part = part(t);
    materials.albedo(part, attribute[6], attribute[7], texel);
    float nx = attribute[0];
    float ny = attribute[1];
    float nz = attribute[2];
    float scale = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-9f);
    float cos = light.keyCosine(nx, ny, nz) * scale;
    float lit = cos > -0.25f ? lit(SHADOW_BIAS + SLOPE_BIAS * (1 - cos)) : 0;
    float diffuse = Math.max(0, (cos + 0.12f) / 1.12f) * lit;
    float red = Math.max(0, (cos + 0.25f) / 1.25f) * lit;
    float h = Math.max(0, light.halfCosine(nx, ny, nz) * scale);
    float h8 = h * h * h * h;
    h8 *= h8;
    float gleam = texel[3] * lit * (0.045f * h8 * h8 + 0.06f * h8 * h8 * h8 * h8);
    Rgb key = light.keyColour();
    float[] picture = ws.picture;
    float share = PIXEL_SHARE;
    picture[out] += share * (texel[0] * (attribute[3] + key.r() * red) + gleam * key.r());
    picture[out + 1] += share * (texel[1] * (attribute[4] + key.g() * diffuse) + gleam * key.g());
    picture[out + 2] += share * (texel[2] * (attribute[5] + key.b() * diffuse) + gleam * key.b());
    picture[out + 3] += share;
  }

  private Part part(int t) {
    if (t < headEnd) {
      return Part.HEAD;
    }
    if (t < locksEnd) {
      return Part.LOCKS;
    }
    if (t < torsoEnd) {
      return Part.TORSO;
    }
    return t < glassesEnd ? Part.GLASSES : t < brimEnd ? Part.BRIM : Part.OCCLUDER;
  }

  private void interpolate(int t, float px, float py) {
    int[] triangles = layout.triangles();
    int ia = triangles[t];
    int ib = triangles[t + 1];
    int ic = triangles[t + 2];
    float[] p = ws.screen;
    float ax = p[3 * ia];
    float ay = p[3 * ia + 1];
    float bx = p[3 * ib] - ax;
    float by = p[3 * ib + 1] - ay;
    float cx = p[3 * ic] - ax;
    float cy = p[3 * ic + 1] - ay;
    float inverse = 1 / (bx * cy - cx * by);
    float wb = ((px - ax) * cy - cx * (py - ay)) * inverse;
    float wc = (bx * (py - ay) - (px - ax) * by) * inverse;
    float wa = 1 - wb - wc;
    float[] from = ws.attributes;
    int a = ia * STRIDE;
    int b = ib * STRIDE;
    int c = ic * STRIDE;
    for (int k = 0; k < STRIDE; k++) {
      attribute[k] = wa * from[a + k] + wb * from[b + k] + wc * from[c + k];
    }
  }

  private float lit(float bias) {
    float x = attribute[8] - 0.5f;
    float y = attribute[9] - 0.5f;
    int ix = (int) x;
    int iy = (int) y;
    int size = RenderWorkspace.SHADOW_SIZE;
    if (x < 0 || y < 0 || ix >= size - 1 || iy >= size - 1) {
      return 1;
    }
    float fx = x - ix;
    float fy = y - iy;
    float depth = attribute[10] + bias;
    int i = iy * size + ix;
    return (1 - fy) * ((1 - fx) * seen(i, depth) + fx * seen(i + 1, depth))
        + fy * ((1 - fx) * seen(i + size, depth) + fx * seen(i + size + 1, depth));
  }

  private float seen(int i, float depth) {
    float d = ws.shadow.depth(i) - depth;
    return d <= 0 ? 1 : Math.max(0, 1 - fade * d);
  }
}
