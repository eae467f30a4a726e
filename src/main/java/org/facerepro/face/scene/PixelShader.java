package org.facerepro.face.scene;

import java.util.Arrays;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.paint.SkinTexture;

/**
 * Colours the visible pixels of one picture: interpolated normals, soft light per vertex, key light
 * with cast shadow and highlight, averaged in linear light.
 *
 * <p>A pixel whose subpixels all show one smooth piece of surface is lit once and painted at two
 * opposite subpixels, whose filtered paint averages over about one pixel; any other pixel is lit
 * and painted at every subpixel.
 */
public final class PixelShader {
  /** Floats per vertex: normal 3, soft light 3, u, v, shadow map x, y, depth. */
  public static final int STRIDE = 11;

  private static final int SUB = RenderWorkspace.SUPERSAMPLING;
  private static final float PIXEL_SHARE = 1f / (SUB * SUB);

  /** Largest step of inverse depth inside a smooth piece, as a part of the inverse depth. */
  private static final float SMOOTH = 0.003f;

  private final RenderWorkspace ws;
  private final SceneLayout layout;
  private final Materials materials;
  private final KeyLight key;
  private final Lens lens;
  private final boolean glassed;
  private final int[] triangles;
  private final int headEnd;
  private final int locksEnd;
  private final int torsoEnd;
  private final int glassesEnd;
  private final int brimEnd;
  private final int side;
  private final float[] attribute = new float[STRIDE];
  private final float[] texel = new float[SkinTexture.CHANNELS];
  private final float[] sum = new float[SkinTexture.CHANNELS];
  private final float[] share = new float[3];

  public PixelShader(
      RenderWorkspace ws, SceneLayout layout, Lighting light, Materials materials, Wear wear) {
    this.ws = ws;
    this.layout = layout;
    this.materials = materials;
    key = new KeyLight(light, ws);
    lens = wear.lens();
    glassed = wear.glasses();
    triangles = layout.triangles();
    headEnd = layout.endIndex(Part.HEAD);
    locksEnd = layout.endIndex(Part.LOCKS);
    glassesEnd = layout.endIndex(Part.GLASSES);
    torsoEnd = layout.endIndex(Part.TORSO);
    brimEnd = layout.endIndex(Part.BRIM);
    side = SUB * ws.size();
  }

  /** Fills the workspace's picture with colour times coverage, and coverage. */
  public void shade() {
    Arrays.fill(ws.picture, 0);
    DepthRaster view = ws.view;
    int size = ws.size();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int first = SUB * (y * side + x);
        int a = view.triangle(first);
        int b = view.triangle(first + 1);
        int c = view.triangle(first + side);
        int d = view.triangle(first + side + 1);
        if ((a & b & c & d) == DepthRaster.NOTHING) {
          continue;
        }
        int out = 4 * (y * size + x);
        float px = SUB * x + 0.5f;
        float py = SUB * y + 0.5f;
        if (smooth(first, a, b, c, d)) {
          inner(a, d, px, py, out);
        } else {
          edge(a, first, px, py, out);
          edge(b, first + 1, px + 1, py, out);
          edge(c, first + side, px, py + 1, out);
          edge(d, first + side + 1, px + 1, py + 1, out);
        }
      }
    }
  }

  private boolean smooth(int first, int a, int b, int c, int d) {
    if ((a | b | c | d) < 0 || (glassed && glass(first))) {
      return false;
    }
    if (layout.isFine(a) || layout.isFine(b) || layout.isFine(c) || layout.isFine(d)) {
      return false;
    }
    if (a == b && a == c && a == d) {
      return true;
    }
    Part part = part(a);
    if (part(b) != part || part(c) != part || part(d) != part) {
      return false;
    }
    float depth = ws.view.depth(first);
    float slack = SMOOTH * depth;
    return Math.abs(ws.view.depth(first + 1) - depth) < slack
        && Math.abs(ws.view.depth(first + side) - depth) < slack
        && Math.abs(ws.view.depth(first + side + 1) - depth) < slack;
  }

  /** Returns whether a pixel shows anything through a lens. */
  private boolean glass(int first) {
    return behindLens(first)
        || behindLens(first + 1)
        || behindLens(first + side)
        || behindLens(first + side + 1);
  }

  private void inner(int a, int d, float px, float py, int out) {
    Part part = part(a);
    paint(part, d, px + 1, py + 1);
    System.arraycopy(texel, 0, sum, 0, SkinTexture.CHANNELS);
    paint(part, a, px, py);
    for (int k = 0; k < SkinTexture.CHANNELS; k++) {
      sum[k] = 0.5f * (sum[k] + texel[k]);
    }
    // The light is that of the pixel's centre, on the plane of the last painted triangle.
    shares(a, px + 0.5f, py + 0.5f);
    interpolate(a, 0, 6);
    interpolate(a, 8, STRIDE);
    key.light(attribute, sum, 1, ws.picture, out);
  }

  private void edge(int t, int sub, float px, float py, int out) {
    if (t == DepthRaster.NOTHING) {
      return;
    }
    if (glassed && behindLens(sub)) {
      throughLens(t, ws.lenses.triangle(sub), px, py, out);
    } else {
      subpixel(t, px, py, out);
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
    shares(glass, px, py);
    interpolate(glass, 7, 8);
    float d = (attribute[7] - lens.place()) / 0.45f;
    float glare = PIXEL_SHARE * lens.glare() * Kernel.bell(d * d);
    subpixel(t, px, py, out);
    picture[out] = r + lens.through().r() * (picture[out] - r) + glare;
    picture[out + 1] = g + lens.through().g() * (picture[out + 1] - g) + glare;
    picture[out + 2] = b + lens.through().b() * (picture[out + 2] - b) + glare;
  }

  private void subpixel(int t, float px, float py, int out) {
    paint(part(t), t, px, py);
    interpolate(t, 0, 6);
    interpolate(t, 8, STRIDE);
    key.light(attribute, texel, PIXEL_SHARE, ws.picture, out);
  }

  private void paint(Part part, int t, float px, float py) {
    shares(t, px, py);
    interpolate(t, 6, 8);
    materials.albedo(part, attribute[6], attribute[7], texel);
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

  private void shares(int t, float px, float py) {
    int a = 3 * triangles[t];
    int b = 3 * triangles[t + 1];
    int c = 3 * triangles[t + 2];
    float[] p = ws.screen;
    float ax = p[a];
    float ay = p[a + 1];
    float bx = p[b] - ax;
    float by = p[b + 1] - ay;
    float cx = p[c] - ax;
    float cy = p[c + 1] - ay;
    float area = bx * cy - cx * by;
    float inverse = area == 0 ? 0 : 1 / area;
    // Corners were rounded when the triangle was drawn: a sliver may not reach its own subpixel.
    share[1] = Kernel.clamp(((px - ax) * cy - cx * (py - ay)) * inverse);
    share[2] = Kernel.clamp((bx * (py - ay) - (px - ax) * by) * inverse, 0, 1 - share[1]);
    share[0] = 1 - share[1] - share[2];
  }

  private void interpolate(int t, int from, int to) {
    float[] values = ws.attributes;
    int a = triangles[t] * STRIDE;
    int b = triangles[t + 1] * STRIDE;
    int c = triangles[t + 2] * STRIDE;
    float wa = share[0];
    float wb = share[1];
    float wc = share[2];
    for (int k = from; k < to; k++) {
      attribute[k] = wa * values[a + k] + wb * values[b + k] + wc * values[c + k];
    }
  }
}
