package org.facerepro.face.render;

import org.facerepro.core.Require;

/**
 * The turn of the head, degrees: first pitch, then yaw, then roll, with the signs of {@link
 * org.facerepro.face.draw.Rotation}.
 */
public record HeadTurn(double yaw, double pitch, double roll) {

  /** A face that looks at the camera. */
  public static final HeadTurn FRONTAL = new HeadTurn(0, 0, 0);

  public HeadTurn {
    Require.between("yaw", yaw, -360, 360);
    Require.between("pitch", pitch, -360, 360);
    Require.between("roll", roll, -360, 360);
  }

  /** Returns the rotation matrix, row by row. */
  double[] matrix() {
    double sy = sin(yaw);
    double cy = sin(90 - yaw);
    double sp = sin(pitch);
    double cp = sin(90 - pitch);
    double sr = sin(roll);
    double cr = sin(90 - roll);
    double[] turned = {cy, -sy * sp, sy * cp, 0, cp, sp, -sy, -cy * sp, cy * cp};
    double[] m = turned.clone();
    for (int c = 0; c < 3; c++) {
      m[c] = cr * turned[c] - sr * turned[3 + c];
      m[3 + c] = sr * turned[c] + cr * turned[3 + c];
    }
    return m;
  }

  private static double sin(double degrees) {
    return StrictMath.sin(StrictMath.toRadians(degrees));
  }
}
