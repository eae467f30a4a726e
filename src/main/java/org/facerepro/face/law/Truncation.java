package org.facerepro.face.law;

import org.facerepro.core.Rng;

/**
 * Draws from a truncated normal law by rejection (Robert, Statistics and Computing 5, 1995), whose
 * acceptance stays above one half or so however far the limits lie in the tail.
 */
final class Truncation {
  private static final double WIDE = StrictMath.sqrt(2 * StrictMath.PI);

  private Truncation() {}

  static double draw(Rng rng, double mean, double deviation, double low, double high) {
    double a = (low - mean) / deviation;
    double b = (high - mean) / deviation;
    double z = b < 0 ? -standard(rng, -b, -a) : standard(rng, a, b);
    return Math.max(low, Math.min(high, mean + deviation * z));
  }

  /** Draws a standard normal number from a to b; b is not below 0. */
  private static double standard(Rng rng, double a, double b) {
    if (a <= 0) {
      return b - a > WIDE ? around(rng, a, b) : narrow(rng, a, b, 0);
    }
    double root = StrictMath.sqrt(a * a + 4);
    double reach = 2 / (a + root) * StrictMath.exp((a * a - a * root) / 4 + 0.5);
    return b - a <= reach ? narrow(rng, a, b, a) : tail(rng, a, b);
  }

  private static double around(Rng rng, double a, double b) {
    while (true) {
      double z = rng.nextGaussian();
      if (z >= a && z <= b) {
        return z;
      }
    }
  }

  /** Draws uniformly and accepts by the density's ratio to that at its {@code peak}. */
  private static double narrow(Rng rng, double a, double b, double peak) {
    while (true) {
      double z = rng.uniform(a, b);
      if (rng.nextDouble() <= StrictMath.exp((peak * peak - z * z) / 2)) {
        return z;
      }
    }
  }

  /** Draws from an exponential law shifted to a, at the best rate. */
  private static double tail(Rng rng, double a, double b) {
    double rate = (a + StrictMath.sqrt(a * a + 4)) / 2;
    while (true) {
      double z = a - StrictMath.log(1 - rng.nextDouble()) / rate;
      if (z <= b && rng.nextDouble() <= StrictMath.exp(-(z - rate) * (z - rate) / 2)) {
        return z;
      }
    }
  }
}
