package org.facerepro.face.render;

import org.facerepro.face.model.ColourEncoding;

/** Vertex colours as models store them to linear light, by a table with straight pieces. */
final class LinearRamp {
  private static final int CELLS = 1024;
  private static final float[] LIGHT = new float[CELLS + 2];

  static {
    for (int i = 0; i < LIGHT.length; i++) {
      LIGHT[i] =
          (float) ColourEncoding.SRGB.to(ColourEncoding.LINEAR, Math.min(1, (double) i / CELLS));
    }
  }

  private LinearRamp() {}

  /** Replaces colours by linear light from 0 to 1. */
  static void apply(ColourEncoding encoding, float[] colours, int from, int to) {
    if (encoding == ColourEncoding.LINEAR) {
      for (int i = from; i < to; i++) {
        colours[i] = Math.max(0, Math.min(1, colours[i]));
      }
      return;
    }
    for (int i = from; i < to; i++) {
      float at = Math.max(0, Math.min(1, colours[i])) * CELLS;
      int cell = (int) at;
      colours[i] = LIGHT[cell] + (at - cell) * (LIGHT[cell + 1] - LIGHT[cell]);
    }
  }
}
