package org.facerepro.face.draw;

/**
 * A pinhole camera on the z axis that looks at the turned head.
 *
 * @param distance from the camera to the head's origin, mm
 */
public record Camera(Rotation rotation, float distance) {

  /**
   * Projects packed head-space vertices to {@code x, y, w}: picture plane at unit focal length with
   * y down, and {@code w} = inverse depth, which is linear on the picture, larger = nearer.
   */
  public void project(float[] positions, int vertices, float[] out) {
    project(positions, 0, vertices, out);
  }

  /** Projects the vertices {@code from} to {@code to}, each to its place in {@code out}. */
  public void project(float[] positions, int from, int to, float[] out) {
    for (int i = 3 * from; i < 3 * to; i += 3) {
      float x = positions[i];
      float y = positions[i + 1];
      float z = positions[i + 2];
      float w = 1 / (distance - rotation.row(2, x, y, z));
      out[i] = rotation.row(0, x, y, z) * w;
      out[i + 1] = -rotation.row(1, x, y, z) * w;
      out[i + 2] = w;
    }
  }
}
