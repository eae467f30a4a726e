package org.facerepro.face.draw;

/**
 * The pinhole camera that a picture was taken by, crop and alignment included: {@code (x, y, z) =
 * rotation · p + (0, 0, −distance)} in camera space (x right, y up, z towards the viewer), then
 * {@code (cx + focal · x / −z, cy − focal · y / −z)} in pixels.
 *
 * @param rotation turn of the head, with the roll that alignment adds
 * @param distance from the camera to the head's origin along the optical axis, mm
 * @param focal focal length in pixels
 * @param cx principal point, pixels from the left edge
 * @param cy principal point, pixels from the upper edge
 */
public record PictureCamera(
    Rotation rotation, double distance, double focal, double cx, double cy) {

  /**
   * Returns the camera of a picture plane that was turned, scaled and shifted.
   *
   * @param rotation turn of the head before the picture was turned
   * @param a scale times cosine of the picture's turn
   * @param b scale times sine of the picture's turn
   */
  public static PictureCamera of(
      Rotation rotation, double distance, double a, double b, double tx, double ty) {
    double focal = Math.sqrt(a * a + b * b);
    return new PictureCamera(
        rotation.rolled((float) (a / focal), (float) (b / focal)), distance, focal, tx, ty);
  }

  /**
   * Projects packed head-space vertices to {@code x, y} in pixels, y down, and inverse depth, which
   * is linear on the picture, larger = nearer.
   */
  public void project(float[] positions, int vertices, float[] out) {
    float far = (float) distance;
    float left = (float) cx;
    float top = (float) cy;
    float rightX = (float) (focal * rotation.row(0, 1, 0, 0));
    float rightY = (float) (focal * rotation.row(0, 0, 1, 0));
    float rightZ = (float) (focal * rotation.row(0, 0, 0, 1));
    float upX = (float) (focal * rotation.row(1, 1, 0, 0));
    float upY = (float) (focal * rotation.row(1, 0, 1, 0));
    float upZ = (float) (focal * rotation.row(1, 0, 0, 1));
    float nearX = rotation.row(2, 1, 0, 0);
    float nearY = rotation.row(2, 0, 1, 0);
    float nearZ = rotation.row(2, 0, 0, 1);
    for (int i = 0; i < 3 * vertices; i += 3) {
      float x = positions[i];
      float y = positions[i + 1];
      float z = positions[i + 2];
      float w = 1 / (far - (nearX * x + nearY * y + nearZ * z));
      out[i] = left + (rightX * x + rightY * y + rightZ * z) * w;
      out[i + 1] = top - (upX * x + upY * y + upZ * z) * w;
      out[i + 2] = w;
    }
  }

  /** Returns the distance of a head-space point from the camera along the optical axis, mm. */
  public double depth(float x, float y, float z) {
    return distance - rotation.row(2, x, y, z);
  }

  /** Returns where a head-space point lies on the picture, pixels from the left edge. */
  public double u(float x, float y, float z) {
    return cx + focal * rotation.row(0, x, y, z) / depth(x, y, z);
  }

  /** Returns where a head-space point lies on the picture, pixels from the upper edge. */
  public double v(float x, float y, float z) {
    return cy - focal * rotation.row(1, x, y, z) / depth(x, y, z);
  }
}
