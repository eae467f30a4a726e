package org.facerepro.face.basel;

import org.facerepro.core.Require;
import org.facerepro.face.render.SphericalLight;

/** What the Basel generator does to a light that it drew. */
public final class LightChanges {
  private static final int TERMS = SphericalLight.TERMS;

  private LightChanges() {}

  /**
   * Returns a light with every coefficient times {@code sqrt(energy / sum of squares)}, the
   * coefficients in the peer's measure.
   */
  public static SphericalLight energy(SphericalLight light, double energy) {
    Require.that(energy > 0, "energy", "a number above 0", energy);
    double sum = 0;
    for (double x : measured(light)) {
      sum += x * x;
    }
    Require.that(sum > 0, "light", "a light that is not black", "all coefficients 0");
    double[] c = light.toArray();
    double factor = StrictMath.sqrt(energy / sum);
    for (int i = 0; i < c.length; i++) {
      c[i] *= factor;
    }
    return SphericalLight.of(c);
  }

  /**
   * Returns a light's coefficients {@code [3, 9]} in the peer's measure, by which a surface of
   * albedo 1 gives off the irradiance itself: a part in pi of ours.
   */
  static double[] measured(SphericalLight light) {
    double[] c = light.toArray();
    for (int i = 0; i < c.length; i++) {
      c[i] /= StrictMath.PI;
    }
    return c;
  }

  /** Returns the light of coefficients {@code [3, 9]} in the peer's measure. */
  static SphericalLight ofMeasured(double[] coefficients) {
    double[] c = coefficients.clone();
    for (int i = 0; i < c.length; i++) {
      c[i] *= StrictMath.PI;
    }
    return SphericalLight.of(c);
  }

  /** Returns a light with every coefficient replaced by the mean of its three channels. */
  public static SphericalLight grey(SphericalLight light) {
    double[] c = light.toArray();
    for (int k = 0; k < TERMS; k++) {
      double mean = (c[k] + c[TERMS + k] + c[2 * TERMS + k]) / 3;
      c[k] = mean;
      c[TERMS + k] = mean;
      c[2 * TERMS + k] = mean;
    }
    return SphericalLight.of(c);
  }

  /**
   * Returns the light of the two lowest bands that shows a face from the front: a surface of albedo
   * 1 whose normal is at an angle to the camera's axis gives off {@code 0.8 + 0.2 cos}.
   */
  public static SphericalLight frontal() {
    return lowBands(0.8, 0, 0, 0.2);
  }

  /**
   * Returns the light of the controlled program: {@code 0.5 + 0.5 cos} of the angle to a lamp 60
   * degrees off the camera's axis, in the two lowest bands.
   *
   * @param angle where the lamp is on its way around the axis: −90 from the right of the picture, 0
   *     from above, 90 from the left, degrees
   */
  public static SphericalLight controlled(double angle) {
    double around = StrictMath.toRadians(angle + 90);
    double off = StrictMath.PI / 3;
    return lowBands(
        0.5,
        0.5 * StrictMath.sin(off) * StrictMath.cos(around),
        0.5 * StrictMath.sin(off) * StrictMath.sin(around),
        0.5 * StrictMath.cos(off));
  }

  private static SphericalLight lowBands(double even, double x, double y, double z) {
    double[] factors = new double[SphericalLight.CHANNELS * TERMS];
    double[] one = {even, y, z, x};
    for (int channel = 0; channel < SphericalLight.CHANNELS; channel++) {
      System.arraycopy(one, 0, factors, channel * TERMS, one.length);
    }
    return SphericalLight.ofShade(factors);
  }
}
