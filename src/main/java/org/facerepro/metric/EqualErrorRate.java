package org.facerepro.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * The equal error rate with the range that the data leave open; convention {@code eer-interval}.
 *
 * <p>Thresholds are walked upwards over the distinct similarities and one above them all. Let a be
 * the first point with FNMR ≥ FMR and b the one before it. The value is where the straight line
 * from b to a crosses FMR = FNMR, s = (FMRb − FNMRb) / ((FMRb − FNMRb) + (FNMRa − FMRa)), value =
 * FMRb + s·(FMRa − FMRb). No threshold realises a rate between the two points: the bounds are low =
 * max(FMRa, FNMRb) and high = min(FMRb, FNMRa), and low ≤ value ≤ high. They meet where one class
 * alone lies between the points.
 *
 * <p>Failed comparisons are non-matches. No value where a class is empty. Example: genuine .9, .5
 * and impostor .5, .1: b = (FMR ½, FNMR 0) at .5, a = (0, ½) at .9, value ¼, bounds [0, ½].
 *
 * @param value the crossing
 * @param low largest rate that is certainly not above it
 * @param high smallest rate that is certainly not below it
 * @param at the first point whose FNMR is at least its FMR
 */
public record EqualErrorRate(double value, double low, double high, OperatingPoint at) {
  private static final MathContext QUOTIENT = new MathContext(40);

  /** Computes the rate, or nothing where a class is empty; O(log points). */
  public static Optional<EqualErrorRate> of(RocCurve curve) {
    if (!curve.hasBothClasses()) {
      return Optional.empty();
    }
    int low = 0;
    int high = curve.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (excess(curve.point(middle)) > 0) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return Optional.of(crossing(curve.point(low + 1), curve.point(low)));
  }

  /** Returns (FMR − FNMR) · genuine · impostor, a whole number. */
  private static long excess(OperatingPoint point) {
    return (long) point.falseAccepts() * point.genuine()
        - (long) point.falseRejects() * point.impostor();
  }

  /**
   * Computes the rate from the two points around the crossing.
   *
   * @param b the last point with FNMR below FMR
   * @param a the first point with FNMR ≥ FMR, one threshold above
   */
  public static EqualErrorRate crossing(OperatingPoint b, OperatingPoint a) {
    long above = excess(b);
    long below = -excess(a);
    double value = mean(b.falseAccepts(), below, a.falseAccepts(), above, b.impostor());
    double low = Math.max(a.far(), b.frr());
    double high = Math.min(b.far(), a.frr());
    return new EqualErrorRate(value, low, high, a);
  }

  /** Returns (x·p + y·q) / ((p + q)·n), rounded once. */
  static double mean(long x, long p, long y, long q, long n) {
    BigInteger sum = product(x, p).add(product(y, q));
    BigInteger total = BigInteger.valueOf(p).add(BigInteger.valueOf(q));
    return new BigDecimal(sum)
        .divide(new BigDecimal(total.multiply(BigInteger.valueOf(n))), QUOTIENT)
        .doubleValue();
  }

  private static BigInteger product(long x, long y) {
    return BigInteger.valueOf(x).multiply(BigInteger.valueOf(y));
  }
}
