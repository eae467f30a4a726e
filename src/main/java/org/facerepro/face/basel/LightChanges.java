package org.facerepro.face.basel;

import org.facerepro.core.Require;
import org.facerepro.face.render.SphericalLight;

/** What the Basel generator does to a light that it drew. */
public final class LightChanges {
  private static final int TERMS = SphericalLight.TERMS;

  private LightChanges() {}

  /** Returns a light with every coefficient times {@code sqrt(energy / sum of squares)}. */
  public static SphericalLight energy(SphericalLight light, double energy) {
    Require.that(energy > 0, "energy", "a number above 0", energy);
    double[] c = light.toArray();
    double sum = 0;
    for (double x : c) {
      sum += x * x;
    }
    Require.that(sum > 0, "light", "a light that is not black", "all coefficients 0");
    double factor = StrictMath.sqrt(energy / sum);
    for (int i = 0; i < c.length; i++) {
      c[i] *= factor;
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
   * Returns the light of the two lowest bands that shows a face from the front: half from
   * everywhere, half from the camera. The proportion is our own choice.
   */
  public static SphericalLight frontal() {
    return lowBands(0, 0, 1);
  }

  /**
   * Returns the light of the controlled program: half from everywhere, half from a lamp 60 degrees
   * off the camera's axis, in the two lowest bands.
   *
   * @param angle where the lamp is on its way around the axis: −90 from the right of the picture, 0
   *     from above, 90 from the left, degrees
   */
  public static SphericalLight controlled(double angle) {
    double around = StrictMath.toRadians(angle + 90);
    double off = StrictMath.PI / 3;
    return lowBands(
        StrictMath.sin(off) * StrictMath.cos(around),
        StrictMath.sin(off) * StrictMath.sin(around),
        StrictMath.cos(off));
  }

  private static SphericalLight lowBands(double x, double y, double z) {
    double[] c = SphericalLight.ambient(0.5, 0.5, 0.5).withLamp(x, y, z, 0.5, 0.5, 0.5).toArray();
    for (int channel = 0; channel < SphericalLight.CHANNELS; channel++) {
      for (int k = 4; k < TERMS; k++) {
        c[channel * TERMS + k] = 0;
      }
    }
    return SphericalLight.of(c);
  }
}
