package org.facerepro.face.truth;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.face.draw.Rotation;
import org.facerepro.image.Similarity;

/**
 * The camera of one picture as a pinhole: {@code c = R h + t} takes a point of head space to camera
 * space (mm; x right, y up, z to the viewer, the camera at the origin), {@code x = principalX +
 * focalX · c.x / −c.z} and {@code y = principalY − focalY · c.y / −c.z} to the picture.
 *
 * @param focalX focal length in pixels of the picture's width
 * @param focalY focal length in pixels of the picture's height
 * @param principalX where the optical axis meets the picture, pixels from its left edge
 * @param principalY the same from its upper edge
 * @param width pixels
 * @param height pixels
 * @param rotation R, nine numbers, row by row
 * @param translation t, three numbers, mm
 */
public record CameraTruth(
    double focalX,
    double focalY,
    double principalX,
    double principalY,
    int width,
    int height,
    List<Double> rotation,
    List<Double> translation) {

  public CameraTruth {
    Require.that(focalX > 0 && Double.isFinite(focalX), "focalX", "a positive number", focalX);
    Require.that(focalY > 0 && Double.isFinite(focalY), "focalY", "a positive number", focalY);
    Require.that(Double.isFinite(principalX), "principalX", "a finite number", principalX);
    Require.that(Double.isFinite(principalY), "principalY", "a finite number", principalY);
    Require.between("width", width, 1, 1 << 14);
    Require.between("height", height, 1, 1 << 14);
    rotation = List.copyOf(rotation);
    translation = List.copyOf(translation);
    Require.that(rotation.size() == 9, "rotation", "nine numbers", rotation.size());
    Require.that(translation.size() == 3, "translation", "three numbers", translation.size());
  }

  /**
   * Returns the camera of a picture that was taken at unit focal length and then aligned by a
   * similarity: its turn becomes a turn of the head, its scale the focal length, its shift the
   * principal point.
   *
   * @param distance from the camera to the head's origin, mm
   * @param alignment from the plane at unit focal length, y down, to pixels
   */
  public static CameraTruth aligned(
      Rotation rotation, double distance, Similarity alignment, int width, int height) {
    double focal = StrictMath.hypot(alignment.a(), alignment.b());
    double cos = alignment.a() / focal;
    double sin = alignment.b() / focal;
    Double[] r = new Double[9];
    for (int c = 0; c < 3; c++) {
      double x = rotation.row(0, c == 0 ? 1 : 0, c == 1 ? 1 : 0, c == 2 ? 1 : 0);
      double y = rotation.row(1, c == 0 ? 1 : 0, c == 1 ? 1 : 0, c == 2 ? 1 : 0);
      r[c] = cos * x + sin * y;
      r[3 + c] = cos * y - sin * x;
      r[6 + c] = (double) rotation.row(2, c == 0 ? 1 : 0, c == 1 ? 1 : 0, c == 2 ? 1 : 0);
    }
    return new CameraTruth(
        focal,
        focal,
        alignment.tx(),
        alignment.ty(),
        width,
        height,
        List.of(r),
        List.of(0.0, 0.0, -distance));
  }

  /** Returns a direction or, with {@code shift} 1, a point of head space in camera space. */
  private double turned(int axis, double x, double y, double z, double shift) {
    int i = 3 * axis;
    return rotation.get(i) * x
        + rotation.get(i + 1) * y
        + rotation.get(i + 2) * z
        + shift * translation.get(axis);
  }

  /**
   * Returns packed points of head space {@code [V, 3]} in camera space.
   *
   * @param points whether they are points; directions are turned but not shifted
   */
  public float[] toCamera(float[] packed, boolean points) {
    float[] out = new float[packed.length];
    for (int i = 0; i < packed.length; i += 3) {
      for (int axis = 0; axis < 3; axis++) {
        out[i + axis] =
            (float) turned(axis, packed[i], packed[i + 1], packed[i + 2], points ? 1 : 0);
      }
    }
    return out;
  }

  /**
   * Returns packed points of head space {@code [V, 3]} on the picture: x and y in pixels and
   * inverse depth in 1/mm.
   */
  public float[] project(float[] packed) {
    float[] out = new float[packed.length];
    for (int i = 0; i < packed.length; i += 3) {
      double x = packed[i];
      double y = packed[i + 1];
      double z = packed[i + 2];
      double w = -1 / turned(2, x, y, z, 1);
      out[i] = (float) (principalX + focalX * turned(0, x, y, z, 1) * w);
      out[i + 1] = (float) (principalY - focalY * turned(1, x, y, z, 1) * w);
      out[i + 2] = (float) w;
    }
    return out;
  }
}
