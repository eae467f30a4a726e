package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;

/**
 * A box or disc out of focus.
 *
 * @param x middle, pixels
 * @param y middle, pixels
 * @param halfWidth half width, pixels
 * @param halfHeight half height, pixels
 * @param round whether it is a disc
 */
record BlurredShape(float x, float y, float halfWidth, float halfHeight, boolean round) {
  private static final int SIZE = Backdrop.SIZE;

  static BlurredShape box(double x, double y, double halfWidth, double halfHeight) {
    return new BlurredShape((float) x, (float) y, (float) halfWidth, (float) halfHeight, false);
  }

  static BlurredShape disc(double x, double y, double halfWidth, double halfHeight) {
    return new BlurredShape((float) x, (float) y, (float) halfWidth, (float) halfHeight, true);
  }

  /** Draws the shape over a picture of four floats a pixel; costs its own area only. */
  void draw(float[] picture, Rgb colour, float opacity, float soft) {
    int x0 = Math.max(0, (int) (x - halfWidth - soft));
    int x1 = Math.min(SIZE - 1, (int) (x + halfWidth + soft));
    int y0 = Math.max(0, (int) (y - halfHeight - soft));
    int y1 = Math.min(SIZE - 1, (int) (y + halfHeight + soft));
    for (int j = y0; j <= y1; j++) {
      for (int i = x0; i <= x1; i++) {
        float w = opacity * Kernel.step(soft, -soft, outside(i + 0.5f - x, j + 0.5f - y));
        int at = 4 * (j * SIZE + i);
        picture[at] += (colour.r() - picture[at]) * w;
        picture[at + 1] += (colour.g() - picture[at + 1]) * w;
        picture[at + 2] += (colour.b() - picture[at + 2]) * w;
      }
    }
  }

  private float outside(float dx, float dy) {
    if (!round) {
      return Math.max(Math.abs(dx) - halfWidth, Math.abs(dy) - halfHeight);
    }
    float a = dx / halfWidth;
    float b = dy / halfHeight;
    return Math.min(halfWidth, halfHeight) * ((float) Math.sqrt(a * a + b * b) - 1);
  }
}
