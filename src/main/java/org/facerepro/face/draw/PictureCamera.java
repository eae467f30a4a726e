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
