package org.facerepro.face.head;

import org.facerepro.face.draw.Kernel;

/**
 * A stretch of the whole head along one axis, strongest at one height.
 *
 * @param axis 0 for x, 1 for y, 2 for z
 * @param centre coordinate that stays, mm
 * @param percent growth at the centre of the window
 * @param cy centre of the window, mm
 * @param ry half height of the window, mm
 */
public record Stretch(int axis, float centre, float percent, float cy, float ry) implements Field {

  public static Stretch of(int axis, double centre, double percent, double cy, double ry) {
    return new Stretch(axis, (float) centre, (float) percent, (float) cy, (float) ry);
  }

  @Override
  public void add(SurfacePoint p, float amount, float[] out, int at) {
    float coordinate = axis == 0 ? p.x() : axis == 1 ? p.y() : p.z();
    float w = Kernel.bell(0, p.y() - cy, 1, ry);
    out[at + axis] += amount * w * percent / 100 * (coordinate - centre);
  }
}
