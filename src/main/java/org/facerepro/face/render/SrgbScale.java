package org.facerepro.face.render;

import org.facerepro.face.model.ColourEncoding;

/**
 * Linear light to and from the 256 steps of sRGB, rounded exactly to the nearest step.
 *
 * <p>Source: IEC 61966-2-1.
 */
final class SrgbScale {
  /** Fine enough that no cell holds two borders between steps, which are 3.03e-4 apart or more. */
  private static final int CELLS = 4096;

  private static final int TOP = 255;
  private static final float[] LINEAR = new float[TOP + 1];
  private static final float[] BORDER = new float[TOP + 2];
  private static final byte[] STEP = new byte[CELLS + 1];

  static {
    for (int step = 0; step <= TOP; step++) {
      LINEAR[step] = (float) linear((double) step / TOP);
      BORDER[step] = (float) linear((step - 0.5) / TOP);
    }
    BORDER[TOP + 1] = Float.POSITIVE_INFINITY;
    int step = 0;
    for (int cell = 0; cell <= CELLS; cell++) {
      while ((float) cell / CELLS >= BORDER[step + 1]) {
        step++;
      }
      STEP[cell] = (byte) step;
    }
  }

  private SrgbScale() {}

  private static double linear(double srgb) {
    return ColourEncoding.SRGB.to(ColourEncoding.LINEAR, srgb);
  }

  /**
   * Returns the nearest step of linear light, as an unsigned byte; below 0 is 0, above 1 is 255.
   */
  static byte toByte(float light) {
    int step = STEP[Math.max(0, Math.min(CELLS, (int) (light * CELLS)))] & 0xff;
    return (byte) (light >= BORDER[step + 1] ? step + 1 : step);
  }

  /** Returns the linear light of a step. */
  static float toLinear(byte step) {
    return LINEAR[step & 0xff];
  }
}
