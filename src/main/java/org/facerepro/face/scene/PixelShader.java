package org.facerepro.face.scene;

import java.util.Arrays;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.MixKernel;
import org.facerepro.face.paint.SkinTexture;

/**
 * Colours the visible pixels of one picture: interpolated normals, soft light per vertex, key light
 * with cast shadow and highlight, averaged in linear light.
 *
 * <p>Subpixels of a pixel that show one piece of surface are lit once, in their middle. A pixel
 * full of plain surface is painted at two opposite places, whose filtered paint averages over about
 * one pixel; any other piece is painted at each of its subpixels.
 */
public final class PixelShader {
  /** Floats per vertex: normal 3, soft light 3, u, v, shadow map x, y, depth; one is free. */
  public static final int STRIDE = MixKernel.LONG;

  /** Where the paint's coordinates lie among a vertex's numbers. */
  static final int U = 6;

  static final int V = 7;

  /** Where the coordinates in the shadow map begin among a vertex's numbers. */
  static final int SHADOW = 8;

  private static final int SUB = RenderWorkspace.SUPERSAMPLING;
  private static final int COUNT = SUB * SUB;
  private static final float PIXEL_SHARE = 1f / COUNT;

  /** Largest step of inverse depth inside a piece of surface, as a part of the inverse depth. */
  private static final float SMOOTH = 0.003f;

  private final RenderWorkspace ws;
  private final DepthRaster view;
  private final SceneLayout layout;
  private final Materials materials;
  private final KeyLight key;
  private final Lens lens;
  private final boolean glassed;
  private final TriangleReader reader;
  private final int[] offsets;
  private final int[] seen = new int[COUNT];
  private final float[] attribute = new float[STRIDE];
  private final float[] texel = new float[SkinTexture.CHANNELS];
  private final float[] sum = new float[SkinTexture.CHANNELS];

  public PixelShader(
      RenderWorkspace ws, SceneLayout layout, Lighting light, Materials materials, Wear wear) {
    this.ws = ws;
    this.layout = layout;
    this.materials = materials;
    view = ws.view;
    key = new KeyLight(light, ws);
    lens = wear.lens();
    glassed = wear.glasses();
    reader = new TriangleReader(layout, ws);
    int side = SUB * ws.size();
    offsets = new int[] {0, 1, side, side + 1};
  }

  /** Fills the workspace's picture with colour times coverage, and coverage. */
  public void shade() {
    Arrays.fill(ws.picture, 0);
    int size = ws.size();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        shade(SUB * (SUB * y * size + x), SUB * x + 0.5f, SUB * y + 0.5f, 4 * (y * size + x));
      }
    }
  }

  private void shade(int first, float px, float py, int out) {
    int common = DepthRaster.NOTHING;
    for (int i = 0; i < COUNT; i++) {
      seen[i] = view.triangle(first + offsets[i]);
      common &= seen[i];
    }
    if (common == DepthRaster.NOTHING) {
      return;
    }
    if (glassed && glass(first)) {
      for (int i = 0; i < COUNT; i++) {
        glazed(i, first + offsets[i], px, py, out);
      }
    } else {
      pieces(first, px, py, out);
    }
  }

  private void pieces(int first, float px, float py, int out) {
    int left = 0;
    for (int i = 0; i < COUNT; i++) {
      left |= seen[i] == DepthRaster.NOTHING ? 0 : 1 << i;
    }
    while (left != 0) {
      int piece = piece(first, left);
      if (piece == (1 << COUNT) - 1 && plain()) {
        full(px, py, out);
      } else {
        part(piece, px, py, out);
      }
      left &= ~piece;
    }
  }

  /** Returns those of some subpixels that show the same piece of surface as the first of them. */
  private int piece(int first, int among) {
    int leader = Integer.numberOfTrailingZeros(among);
    int sheet = layout.sheet(seen[leader]);
    float depth = view.depth(first + offsets[leader]);
    float slack = SMOOTH * depth;
    int piece = 1 << leader;
    for (int i = leader + 1; i < COUNT; i++) {
      boolean close = Math.abs(view.depth(first + offsets[i]) - depth) < slack;
      if ((among >> i & 1) != 0 && close && layout.sheet(seen[i]) == sheet) {
        piece |= 1 << i;
      }
    }
    return piece;
  }

  private boolean plain() {
    return !(layout.isFine(seen[0])
        || layout.isFine(seen[1])
        || layout.isFine(seen[2])
        || layout.isFine(seen[3]));
  }

  /** Colours a pixel full of plain surface, all on the plane of its first triangle. */
  private void full(float px, float py, int out) {
    reader.move(seen[0], px + 0.5f, py + 0.5f);
    reader.all(attribute);
    float du = reader.step(U);
    float dv = reader.step(V);
    materials.plain(layout.part(seen[0]), attribute[U], attribute[V], du, dv, texel);
    key.light(attribute, texel, 1, ws.picture, out);
  }

  /** Colours some subpixels of a pixel that show one piece of surface. */
  private void part(int piece, float px, float py, int out) {
    Arrays.fill(sum, 0);
    float x = 0;
    float y = 0;
    for (int i = 0; i < COUNT; i++) {
      if ((piece >> i & 1) != 0) {
        paint(seen[i], px + (i & 1), py + (i >> 1));
        x += i & 1;
        y += i >> 1;
      }
    }
    int count = Integer.bitCount(piece);
    for (int k = 0; k < SkinTexture.CHANNELS; k++) {
      sum[k] /= count;
    }
    reader.move(seen[Integer.numberOfTrailingZeros(piece)], px + x / count, py + y / count);
    reader.all(attribute);
    key.light(attribute, sum, count * PIXEL_SHARE, ws.picture, out);
  }

  private void paint(int triangle, float px, float py) {
    reader.move(triangle, px, py);
    materials.albedo(layout.part(triangle), reader.value(U), reader.value(V), texel);
    for (int k = 0; k < SkinTexture.CHANNELS; k++) {
      sum[k] += texel[k];
    }
  }

  /** Returns whether a pixel shows anything through a lens. */
  private boolean glass(int first) {
    for (int offset : offsets) {
      if (behindLens(first + offset)) {
        return true;
      }
    }
    return false;
  }

  private boolean behindLens(int i) {
    return ws.lenses.triangle(i) != DepthRaster.NOTHING && ws.lenses.depth(i) > view.depth(i);
  }

  private void glazed(int i, int sub, float px, float py, int out) {
    if (seen[i] == DepthRaster.NOTHING) {
      return;
    }
    float[] picture = ws.picture;
    float r = picture[out];
    float g = picture[out + 1];
    float b = picture[out + 2];
    part(1 << i, px, py, out);
    if (behindLens(sub)) {
      reader.move(ws.lenses.triangle(sub), px + (i & 1), py + (i >> 1));
      float d = (reader.value(V) - lens.place()) / 0.45f;
      float glare = PIXEL_SHARE * lens.glare() * Kernel.bell(d * d);
      picture[out] = r + lens.through().r() * (picture[out] - r) + glare;
      picture[out + 1] = g + lens.through().g() * (picture[out + 1] - g) + glare;
      picture[out + 2] = b + lens.through().b() * (picture[out + 2] - b) + glare;
    }
  }
}
