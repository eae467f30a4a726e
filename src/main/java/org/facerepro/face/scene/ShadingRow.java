package org.facerepro.face.scene;

import org.facerepro.face.paint.SkinTexture;

/**
 * The pieces of surface in one row of a picture: first all are found, then all read, then all
 * painted, then all lit, so that the processor can work on several at once.
 */
final class ShadingRow {
  int count;

  /** The middle of each piece on the camera's depth map. */
  final float[] x;

  final float[] y;

  /** What the middle of each piece carries, in {@link PixelShader#STRIDE}'s order. */
  final float[] attributes;

  /** What a lens before the piece mirrors; negative where there is none. */
  final float[] glare;

  /** Linear albedo and gloss of each piece. */
  final float[] paint;

  /** The subpixels that show the piece, a bit each. */
  final int[] members;

  /** Whether the paint hardly changes within the piece. */
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
    x = new float[most];
    y = new float[most];
    attributes = new float[PixelShader.STRIDE * most];
    glare = new float[most];
    paint = new float[SkinTexture.CHANNELS * most];
    members = new int[most];
    plain = new boolean[most];
    triangle = new int[most];
    out = new int[most];
    steps = new float[4 * most];
  }

  /** Appends a piece that is seen on a triangle around a place of the camera's depth map. */
  void add(int piece, boolean even, int seen, int pixel, float middleX, float middleY) {
    x[count] = middleX;
    y[count] = middleY;
    members[count] = piece;
    plain[count] = even;
    triangle[count] = seen;
    out[count] = 4 * pixel;
    glare[count] = -1;
    count++;
  }

  /** Lays a lens before the last piece. */
  void glaze(float mirrored) {
    glare[count - 1] = mirrored;
  }

  /** Returns the share of its pixel that a piece covers. */
  float share(int i) {
    return Integer.bitCount(members[i]) * PixelShader.PIXEL_SHARE;
  }
}
