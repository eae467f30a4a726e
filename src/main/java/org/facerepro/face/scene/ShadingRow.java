package org.facerepro.face.scene;

import org.facerepro.face.paint.SkinTexture;

/**
 * The pieces of surface in one row of a picture: first all are found, then all painted, then all
 * lit, so that the processor can work on several at once.
 */
final class ShadingRow {
  int count;

  /** What the middle of each piece carries, in {@link PixelShader#STRIDE}'s order. */
  final float[] attributes;

  /** Linear albedo and gloss of each piece. */
  final float[] paint;

  /** The subpixels that show the piece, a bit each. */
  final int[] members;

  /** Whether the paint hardly changes within a pixel, which the piece then fills. */
  final boolean[] plain;

  /** The seen triangle of the piece's first subpixel. */
  final int[] triangle;

  /** Offset of the pixel in the picture. */
  final int[] out;

  /** Ways over a subpixel on the paint: across to the right and down, in height to the same. */
  final float[] steps;

  /** Makes room for the pieces of a number of pixels. */
  ShadingRow(int pixels) {
    int most = PixelShader.COUNT * pixels;
    attributes = new float[PixelShader.STRIDE * most];
    paint = new float[SkinTexture.CHANNELS * most];
    members = new int[most];
    plain = new boolean[most];
    triangle = new int[most];
    out = new int[most];
    steps = new float[4 * most];
  }

  /** Appends a piece that is seen on a triangle around a place. */
  void add(int piece, boolean even, int seen, int pixel, TriangleReader reader) {
    int at = 4 * count;
    reader.steps();
    steps[at] = reader.right(PixelShader.U);
    steps[at + 1] = reader.down(PixelShader.U);
    steps[at + 2] = reader.right(PixelShader.V);
    steps[at + 3] = reader.down(PixelShader.V);
    place(piece, even, seen, pixel, reader);
  }

  /** Appends a piece whose ways over a subpixel nobody will ask for. */
  void place(int piece, boolean even, int seen, int pixel, TriangleReader reader) {
    reader.all(attributes, count * PixelShader.STRIDE);
    members[count] = piece;
    plain[count] = even;
    triangle[count] = seen;
    out[count] = 4 * pixel;
    count++;
  }

  /** Returns the share of its pixel that a piece covers. */
  float share(int i) {
    return Integer.bitCount(members[i]) * PixelShader.PIXEL_SHARE;
  }
}
