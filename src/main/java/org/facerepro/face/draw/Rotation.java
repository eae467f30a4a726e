package org.facerepro.face.draw;

/**
 * The turn of the head: first pitch, then yaw, then roll.
 *
 * <p>Positive yaw turns the face to the right of the picture, positive pitch lifts it, positive
 * roll tilts the crown to the left of the picture.
 */
public final class Rotation {
  private final float[] m;

  private Rotation(float[] m) {
    this.m = m;
  }

  public static Rotation degrees(double yaw, double pitch, double roll) {
    double[] y = sinCos(yaw);
    double[] p = sinCos(pitch);
    double[] r = sinCos(roll);
    double[] turned = {
      y[1], y[0] * -p[0], y[0] * p[1], 0, p[1], p[0], -y[0], -y[1] * p[0], y[1] * p[1]
    };
    float[] m = new float[9];
    for (int c = 0; c < 3; c++) {
      m[c] = (float) (r[1] * turned[c] - r[0] * turned[3 + c]);
      m[3 + c] = (float) (r[0] * turned[c] + r[1] * turned[3 + c]);
      m[6 + c] = (float) turned[6 + c];
    }
    return new Rotation(m);
  }

  private static double[] sinCos(double degrees) {
    double radians = StrictMath.toRadians(degrees);
    return new double[] {StrictMath.sin(radians), StrictMath.cos(radians)};
  }

  /** Returns this turn followed by a turn of the picture, clockwise for positive sines. */
  public Rotation rolled(float cos, float sin) {
    float[] out = m.clone();
    for (int c = 0; c < 3; c++) {
      out[c] = cos * m[c] + sin * m[3 + c];
      out[3 + c] = cos * m[3 + c] - sin * m[c];
    }
    return new Rotation(out);
  }

  /** Returns one coordinate of the turned point: 0 for x, 1 for y, 2 for z. */
  public float row(int axis, float x, float y, float z) {
    int i = 3 * axis;
    return m[i] * x + m[i + 1] * y + m[i + 2] * z;
  }

  /** Returns a direction of camera space in head space. */
  public float[] inverse(float x, float y, float z) {
    return new float[] {
      m[0] * x + m[3] * y + m[6] * z, m[1] * x + m[4] * y + m[7] * z, m[2] * x + m[5] * y + m[8] * z
    };
  }
}
