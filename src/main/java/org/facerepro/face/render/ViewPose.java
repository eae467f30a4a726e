package org.facerepro.face.render;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.image.Point;
import org.facerepro.image.Similarity;

/**
 * One face before one camera: {@code c = R h + t} takes a point of head space to camera space (mm;
 * x right, y up, z to the viewer, the camera at the origin), {@code x = principalX + focal · c.x /
 * −c.z} and {@code y = principalY − focal · c.y / −c.z} to the picture.
 *
 * @param focal focal length in pixels
 * @param principalX where the optical axis meets the picture, pixels from its left edge
 * @param principalY the same from its upper edge
 * @param width pixels
 * @param height pixels
 * @param rotation R, nine numbers, row by row
 * @param translation t, three numbers, mm
 * @param near what is nearer along the axis is cut away, mm
 * @param far what is farther along the axis is cut away, mm
 */
public record ViewPose(
    double focal,
    double principalX,
    double principalY,
    int width,
    int height,
    List<Double> rotation,
    List<Double> translation,
    double near,
    double far) {
  private static final int LARGEST = 1 << 12;

  public ViewPose {
    Require.that(focal > 0 && Double.isFinite(focal), "focal", "a positive number", focal);
    Require.that(Double.isFinite(principalX), "principalX", "a finite number", principalX);
    Require.that(Double.isFinite(principalY), "principalY", "a finite number", principalY);
    Require.between("width", width, 1, LARGEST);
    Require.between("height", height, 1, LARGEST);
    rotation = List.copyOf(rotation);
    translation = List.copyOf(translation);
    Require.that(rotation.size() == 9, "rotation", "nine numbers", rotation.size());
    Require.that(translation.size() == 3, "translation", "three numbers", translation.size());
    Require.that(near > 0 && near < far, "near", "more than 0 and less than far, " + far, near);
  }

  /** Places a turned head before a camera. */
  public static ViewPose of(PinholeCamera camera, HeadTurn turn, int width, int height) {
    double[] r = turn.matrix();
    return new ViewPose(
        camera.focalPixels(width),
        camera.principalX() * width,
        camera.principalY() * height,
        width,
        height,
        List.of(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8]),
        List.of(0.0, 0.0, -camera.distance()),
        camera.near(),
        camera.far());
  }

  /** Returns one coordinate of a head-space point in camera space: 0 for x, 1 for y, 2 for z. */
  public double inCamera(int axis, double x, double y, double z) {
    int i = 3 * axis;
    return rotation.get(i) * x
        + rotation.get(i + 1) * y
        + rotation.get(i + 2) * z
        + translation.get(axis);
  }

  /** Returns where a head-space point before the camera lies on the picture, pixels. */
  public Point project(double x, double y, double z) {
    double depth = -inCamera(2, x, y, z);
    return new Point(
        principalX + focal * inCamera(0, x, y, z) / depth,
        principalY - focal * inCamera(1, x, y, z) / depth);
  }

  /**
   * Returns the view whose picture is this one's moved by a similarity: the scale goes into the
   * focal length, the turn into a roll about the optical axis, the rest into the principal point.
   */
  public ViewPose moved(Similarity by) {
    double scale = by.scale();
    double cos = by.a() / scale;
    double sin = by.b() / scale;
    Point principal = by.apply(new Point(principalX, principalY));
    return new ViewPose(
        focal * scale,
        principal.x(),
        principal.y(),
        width,
        height,
        rolled(rotation, 3, cos, sin),
        rolled(translation, 1, cos, sin),
        near,
        far);
  }

  /** Turns by the angle of a picture with y down in space with y up. */
  private static List<Double> rolled(List<Double> m, int columns, double cos, double sin) {
    Double[] out = m.toArray(new Double[0]);
    for (int c = 0; c < columns; c++) {
      double x = m.get(c);
      double y = m.get(columns + c);
      out[c] = cos * x + sin * y;
      out[columns + c] = cos * y - sin * x;
    }
    return List.of(out);
  }
}
