package org.facerepro.face.render;

import org.facerepro.core.Require;

/**
 * A perspective camera with square pixels.
 *
 * @param focalLength mm
 * @param sensorWidth mm; the sensor's height follows from the picture's sides
 * @param principalX where the optical axis meets the picture, 0 at its left edge, 1 at its right
 * @param principalY the same from its upper edge to its lower
 * @param distance from the camera to the origin of head space, mm
 * @param near what is nearer along the axis is cut away, mm
 * @param far what is farther along the axis is cut away, mm
 */
public record PinholeCamera(
    double focalLength,
    double sensorWidth,
    double principalX,
    double principalY,
    double distance,
    double near,
    double far) {
  private static final double LARGEST = 1e9;

  /**
   * The angle of view of the Basel generator's camera, 15 degrees, one metre before the face. Where
   * it cuts is our own choice.
   */
  public static final PinholeCamera STANDARD =
      new PinholeCamera(7.5, 2, 0.5, 0.5, 1000, 10, 100_000);

  public PinholeCamera {
    positive("focalLength", focalLength);
    positive("sensorWidth", sensorWidth);
    Require.between("principalX", principalX, -100, 100);
    Require.between("principalY", principalY, -100, 100);
    positive("distance", distance);
    positive("near", near);
    positive("far", far);
    Require.that(near < far, "far", "more than near, " + near, far);
  }

  private static void positive(String key, double value) {
    Require.that(value > 0 && value < LARGEST, key, "a positive number below 1e9", value);
  }

  /** Returns the same camera at another distance. */
  public PinholeCamera at(double other) {
    return new PinholeCamera(focalLength, sensorWidth, principalX, principalY, other, near, far);
  }

  /** Returns the focal length in pixels of a picture. */
  double focalPixels(int width) {
    return focalLength / sensorWidth * width;
  }
}
