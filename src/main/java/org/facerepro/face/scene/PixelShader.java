package org.facerepro.face.scene;

import java.util.Arrays;
import org.facerepro.face.draw.DepthRaster;
import org.facerepro.face.draw.MixKernel;
import org.facerepro.face.paint.SkinTexture;

/**
 * Colours the visible pixels of one picture: interpolated normals, soft light per vertex, key light
 * with cast shadow and highlight, averaged in linear light.
 *
 * <p>Subpixels of a pixel that show one piece of surface are lit once, in their middle. Plain
 * surface is painted once too, as the paint's filter averages over about one pixel; where pixels
 * are larger, it is painted at two opposite places of a pixel that it fills. Any other piece is
 * painted at each of its subpixels.
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

  /** Subpixels of a pixel, row by row. */
  static final int COUNT = SUB * SUB;

  static final float PIXEL_SHARE = 1f / COUNT;
  private static final int RIGHT = 0b1010;
  private static final int LOWER = 0b1100;

  /** Largest step of inverse depth inside a piece of surface, as a part of the inverse depth. */
  private static final float SMOOTH = 0.003f;

  /** Length of a pixel on the face up to which its paint is found at one place, mm. */
  private static final double FILTERED = 2.2;

  private static final int WHOLE = (1 << COUNT) - 1;

  private final RenderWorkspace ws;
  private final DepthRaster view;
  private final SceneLayout layout;
  private final Materials materials;
  private final KeyLight key;
  private final Lens lens;
  private final boolean glassed;
  private final boolean near;
  private final TriangleReader reader;
  private final int[] offsets;
  private final int[] seen = new int[COUNT];
  private final ShadingRow row;
  private final float[] texel = new float[SkinTexture.CHANNELS];
  private final float[] sum = new float[SkinTexture.CHANNELS];

  public PixelShader(
      RenderWorkspace ws, SceneLayout layout, Lighting light, Materials materials, Wear wear) {
    this.ws = ws;
    this.layout = layout;
    this.materials = materials;
    view = ws.view;
    key = new KeyLight(light, wear.lens(), ws);
    lens = wear.lens();
    glassed = wear.glasses();
    reader = new TriangleReader(layout, ws);
    row = new ShadingRow(ws.size());
    near = FILTERED * ws.screen[2] * ws.alignment.scale() > 1;
    int side = SUB * ws.size();
    offsets = new int[] {0, 1, side, side + 1};
  }

  /** Fills the workspace's picture with colour times coverage, and coverage. */
  public void shade() {
    Arrays.fill(ws.picture, 0);
    int size = ws.size();
    for (int y = 0; y < size; y++) {
      row.count = 0;
      for (int x = 0; x < size; x++) {
        find(x, y, size);
      }
      finish();
    }
  }

  private void find(int x, int y, int size) {
    int first = SUB * (SUB * y * size + x);
    int leader = view.triangle(first);
    if (leader != DepthRaster.NOTHING
        && calm(first, leader)
        && (!glassed || behindLens(first) == 0)) {
      row.add(WHOLE, true, leader, y * size + x, SUB * x + 1, SUB * y + 1);
      return;
    }
    pieces(first, x, y, size);
  }

  /** Returns whether all subpixels show one piece of surface whose paint is calm. */
  private boolean calm(int first, int leader) {
    int right = view.triangle(first + 1);
    int below = view.triangle(first + offsets[2]);
    int last = view.triangle(first + offsets[3]);
    int sheet = layout.calmSheet(leader);
    if (sheet == SceneLayout.FINE || (right | below | last) < 0) {
      return false;
    }
    if (right == leader && below == leader && last == leader) {
      return true;
    }
    float depth = view.depth(first);
    float slack = SMOOTH * depth;
    return layout.calmSheet(right) == sheet
        && layout.calmSheet(below) == sheet
        && layout.calmSheet(last) == sheet
        && Math.abs(view.depth(first + 1) - depth) < slack
        && Math.abs(view.depth(first + offsets[2]) - depth) < slack
        && Math.abs(view.depth(first + offsets[3]) - depth) < slack;
  }

  /** Finds the pieces of surface in a pixel that is not plainly one of them. */
  private void pieces(int first, int x, int y, int size) {
    int covered = 0;
    for (int i = 0; i < COUNT; i++) {
      seen[i] = view.triangle(first + offsets[i]);
      covered |= seen[i] == DepthRaster.NOTHING ? 0 : 1 << i;
    }
    if (covered == 0) {
      return;
    }
    int glazed = glassed ? covered & behindLens(first) : 0;
    pieces(first, covered & ~glazed, false, x, y, size);
    pieces(first, glazed, true, x, y, size);
  }

  /** Appends the pieces of surface that some subpixels show. */
  private void pieces(int first, int among, boolean glazed, int x, int y, int size) {
    int left = among;
    while (left != 0) {
      int piece = piece(first, left);
      add(piece, x, y, size);
      if (glazed) {
        int lens = ws.lenses.triangle(first + offsets[Integer.numberOfTrailingZeros(piece)]);
        row.glaze(glare(lens, row.x[row.count - 1], row.y[row.count - 1]));
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

  /** Returns whether a piece may be painted as a whole. */
  private boolean plain(int piece) {
    boolean calm = near || piece == WHOLE;
    for (int i = 0; i < COUNT; i++) {
      calm &= (piece >> i & 1) == 0 || !layout.isFine(seen[i]);
    }
    return calm;
  }

  /** Appends a piece of the surface that a pixel shows, around the mean of its subpixels. */
  private void add(int piece, int x, int y, int size) {
    float count = Integer.bitCount(piece);
    int leader = seen[Integer.numberOfTrailingZeros(piece)];
    float right = Integer.bitCount(piece & RIGHT) / count;
    float down = Integer.bitCount(piece & LOWER) / count;
    float middleX = SUB * x + 0.5f + right;
    float middleY = SUB * y + 0.5f + down;
    row.add(piece, plain(piece), leader, y * size + x, middleX, middleY);
  }

  private void finish() {
    reader.read(row, near);
    for (int i = 0; i < row.count; i++) {
      Part part = layout.part(row.triangle[i]);
      float u = row.attributes[i * STRIDE + U];
      float v = row.attributes[i * STRIDE + V];
      if (near && row.plain[i]) {
        materials.around(part, u, v, row.paint, i * SkinTexture.CHANNELS);
      } else {
        paint(i, part, u, v);
        // One by one: a wide read of what was just written piece by piece stalls.
        for (int k = 0; k < SkinTexture.CHANNELS; k++) {
          row.paint[i * SkinTexture.CHANNELS + k] = texel[k];
        }
      }
    }
    key.light(row, ws.picture);
  }

  /** Finds the paint of a piece that is large or fine. */
  private void paint(int i, Part part, float u, float v) {
    float[] steps = row.steps;
    int at = 4 * i;
    if (row.plain[i]) {
      float du = 0.5f * (steps[at] + steps[at + 1]);
      float dv = 0.5f * (steps[at + 2] + steps[at + 3]);
      materials.plain(part, u, v, du, dv, texel);
      return;
    }
    int piece = row.members[i];
    float share = 1f / Integer.bitCount(piece);
    float right = share * Integer.bitCount(piece & RIGHT);
    float down = share * Integer.bitCount(piece & LOWER);
    Arrays.fill(sum, 0);
    for (int k = 0; k < COUNT; k++) {
      if ((piece >> k & 1) != 0) {
        float dx = (k & 1) - right;
        float dy = (k >> 1) - down;
        float du = dx * steps[at] + dy * steps[at + 1];
        float dv = dx * steps[at + 2] + dy * steps[at + 3];
        materials.albedo(part, u + du, v + dv, texel);
        accumulate(share);
      }
    }
    System.arraycopy(sum, 0, texel, 0, SkinTexture.CHANNELS);
  }

  private void accumulate(float share) {
    for (int k = 0; k < SkinTexture.CHANNELS; k++) {
      sum[k] += share * texel[k];
    }
  }

  /** Returns the subpixels of a pixel that have a lens in front of them. */
  private int behindLens(int first) {
    int behind = 0;
    for (int i = 0; i < COUNT; i++) {
      int at = first + offsets[i];
      boolean lens = ws.lenses.triangle(at) != DepthRaster.NOTHING;
      behind |= lens && ws.lenses.depth(at) > view.depth(at) ? 1 << i : 0;
    }
    return behind;
  }

  /** Returns what a lens mirrors at a place of the camera's depth map. */
  private float glare(int triangle, float x, float y) {
    reader.move(triangle, x, y);
    return lens.mirrored(reader.value(U), reader.value(V));
  }
}
