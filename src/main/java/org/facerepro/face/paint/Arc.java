package org.facerepro.face.paint;

import org.facerepro.face.draw.Curve;
import org.facerepro.face.draw.Kernel;

/**
 * A painted line on the right half of the face and its mirror twin: a quadratic through three
 * points with a soft edge.
 */
public final class Arc implements SkinTexture.Brush {
  private final float x0;
  private final float x1;
  private final Curve height;
  private final float half;
  private final float strength;

  /**
   * Makes a line over {@code x0 … x1} through the middle {@code ym}.
   *
   * @param half half thickness, mm, to where the line has faded out
   */
  public Arc(double x0, double y0, double ym, double x1, double y1, double half, double strength) {
    this.x0 = (float) x0;
    this.x1 = (float) x1;
    this.height = Curve.through(x0, y0, (x0 + x1) / 2, ym, x1, y1);
    this.half = (float) half;
    this.strength = (float) strength;
  }

  @Override
  public float at(float x, float y) {
    float ax = Math.abs(x);
    if (ax < x0 || ax > x1) {
      return 0;
    }
    float d = (y - height.at(ax)) / half;
    float t = (ax - x0) / (x1 - x0);
    return strength * Kernel.bell(d * d) * Kernel.clamp(6 * t * (1 - t) + (x0 <= 0 ? 1 : 0));
  }
}
