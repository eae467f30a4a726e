package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * A bell-shaped push of the face.
 *
 * @param cx centre, mm; a mirrored bump has a twin at {@code -cx} that pushes the other way in x
 * @param cy centre, mm
 * @param rx radius beyond which nothing moves, mm
 * @param ry radius beyond which nothing moves, mm
 * @param dx push at the centre, mm
 * @param dy push at the centre, mm
 * @param dz push at the centre, mm
 * @param mirrored whether the twin exists
 */
public record Bump(
    float cx, float cy, float rx, float ry, float dx, float dy, float dz, boolean mirrored)
    implements Field {

  public static Bump single(
      double cx, double cy, double rx, double ry, double dx, double dy, double dz) {
    return new Bump(
        (float) cx, (float) cy, (float) rx, (float) ry, (float) dx, (float) dy, (float) dz, false);
  }

  public static Bump pair(
      double cx, double cy, double rx, double ry, double dx, double dy, double dz) {
    return new Bump(
        (float) cx, (float) cy, (float) rx, (float) ry, (float) dx, (float) dy, (float) dz, true);
  }

  @Override
  public void add(SurfacePoint p, float amount, float[] out, int at) {
    push(p, cx, amount, dx, out, at);
    if (mirrored) {
      push(p, -cx, amount, -dx, out, at);
    }
  }

  private void push(SurfacePoint p, float centre, float amount, float px, float[] out, int at) {
    float w = Kernel.bell(p.x() - centre, p.y() - cy, rx, ry) * p.front() * amount;
    out[at] += w * px;
    out[at + 1] += w * dy;
    out[at + 2] += w * dz;
  }
}
