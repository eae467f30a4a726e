package org.facerepro.face.render;

import java.util.Arrays;
import org.facerepro.core.Require;

/**
 * Distant light in real spherical harmonics up to order 2: nine coefficients of radiance for each
 * of red, green and blue, in camera space. Order of the terms: 1; y, z, x; xy, yz, 3z²−1, xz,
 * x²−y².
 *
 * <p>A surface of albedo 1 gives off the irradiance over π. Immutable. Source: R. Ramamoorthi and
 * P. Hanrahan, "An Efficient Representation for Irradiance Environment Maps", SIGGRAPH 2001.
 */
public final class SphericalLight {
  /** Terms of each channel. */
  public static final int TERMS = 9;

  /** Channels: red, green, blue. */
  public static final int CHANNELS = 3;

  private static final double[] NORM = {
    0.282094791773878,
    0.488602511902920,
    0.488602511902920,
    0.488602511902920,
    1.092548430592079,
    1.092548430592079,
    0.315391565252520,
    1.092548430592079,
    0.546274215296040
  };
  private static final double[] LAMBERT = {
    1, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0.25, 0.25, 0.25, 0.25, 0.25
  };

  private final double[] coefficients;

  private SphericalLight(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Takes a copy of coefficients of radiance.
   *
   * @param coefficients {@code [3, 9]}: red, then green, then blue
   * @throws org.facerepro.core.InvalidValueException if there are not 27 finite numbers
   */
  public static SphericalLight of(double[] coefficients) {
    Require.that(
        coefficients.length == CHANNELS * TERMS
            && Arrays.stream(coefficients).allMatch(Double::isFinite),
        "light",
        "27 finite numbers",
        coefficients.length);
    return new SphericalLight(coefficients.clone());
  }

  /**
   * Returns the light by what a surface of albedo 1 gives off in it.
   *
   * @param factors {@code [3, 9]}: factor of each term's polynomial in the normal, for red, green
   *     and blue; see {@link #shade}
   */
  public static SphericalLight ofShade(double[] factors) {
    double[] radiance = factors.clone();
    for (int i = 0; i < radiance.length; i++) {
      radiance[i] /= LAMBERT[i % TERMS] * NORM[i % TERMS];
    }
    return of(radiance);
  }

  /** Returns the factors that {@link #ofShade} takes, {@code [3, 9]}. */
  public double[] toShade() {
    double[] factors = coefficients.clone();
    for (int i = 0; i < factors.length; i++) {
      factors[i] *= LAMBERT[i % TERMS] * NORM[i % TERMS];
    }
    return factors;
  }

  /** Returns the light in which surfaces look like their albedo: the same from everywhere. */
  public static SphericalLight albedo() {
    return ambient(1, 1, 1);
  }

  /** Returns light of the same radiance from everywhere; 1 shows surfaces at their albedo. */
  public static SphericalLight ambient(double red, double green, double blue) {
    double[] c = new double[CHANNELS * TERMS];
    c[0] = red / NORM[0];
    c[TERMS] = green / NORM[0];
    c[2 * TERMS] = blue / NORM[0];
    return new SphericalLight(c);
  }

  /**
   * Returns this light with a distant lamp added, smoothed to order 2.
   *
   * @param x unit direction to the lamp in camera space; y and z likewise
   * @param red what a surface of albedo 1 that faces the lamp would give off; green, blue likewise
   */
  public SphericalLight withLamp(
      double x, double y, double z, double red, double green, double blue) {
    double[] sum = coefficients.clone();
    double[] lamp = {red, green, blue};
    double[] polynomials = polynomials(x, y, z);
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int k = 0; k < TERMS; k++) {
        sum[channel * TERMS + k] += StrictMath.PI * lamp[channel] * NORM[k] * polynomials[k];
      }
    }
    return new SphericalLight(sum);
  }

  private static double[] polynomials(double x, double y, double z) {
    return new double[] {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
  }

  /** Returns a copy of the coefficients {@code [3, 9]}. */
  public double[] toArray() {
    return coefficients.clone();
  }

  /**
   * Returns what a surface of albedo 1 with a unit normal gives off; may dip below 0, as truncated
   * series do.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public double shade(int channel, double x, double y, double z) {
    double[] p = polynomials(x, y, z);
    double sum = 0;
    for (int k = 0; k < TERMS; k++) {
      sum += LAMBERT[k] * NORM[k] * coefficients[channel * TERMS + k] * p[k];
    }
    return sum;
  }

  /**
   * Returns the shade as a quadratic in the normal of head space: constant; x, y, z; xx, yy, zz,
   * xy, yz, xz; for each channel, {@code [3, 10]}.
   *
   * @param pose whose rotation takes head space to camera space
   */
  float[] quadratic(ViewPose pose) {
    float[] out = new float[CHANNELS * QuadraticShade.TERMS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] w = new double[TERMS];
      for (int k = 0; k < TERMS; k++) {
        w[k] = LAMBERT[k] * NORM[k] * coefficients[channel * TERMS + k];
      }
      QuadraticShade.turned(w, pose.rotation(), out, channel * QuadraticShade.TERMS);
    }
    return out;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SphericalLight that && Arrays.equals(coefficients, that.coefficients);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coefficients);
  }

  @Override
  public String toString() {
    return "light " + Arrays.toString(coefficients);
  }
}
