package org.facerepro.report.plot;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.facerepro.metric.OperatingPoint;
import org.facerepro.metric.RocCurve;
import org.facerepro.plot.Curve;

/** Views of receiver operating characteristics as lines. */
final class RocLines {
  private RocLines() {}

  static int impostors(Collection<RocCurve> curves) {
    return curves.stream().mapToInt(RocCurve::impostor).max().orElse(0);
  }

  static int genuine(Collection<RocCurve> curves) {
    return curves.stream().mapToInt(RocCurve::genuine).max().orElse(0);
  }

  /** TAR over FAR from the last point without a false accept on, empty without both classes. */
  static Curve trueAccepts(RocCurve curve) {
    return over(curve, 0, curve.size(), OperatingPoint::tar);
  }

  /** FNMR over FMR where neither is above {@code highest}; see {@link #trueAccepts}. */
  static Curve falseRejects(RocCurve curve, double highest) {
    int from = 0;
    while (from < curve.size() && 1 - curve.point(from).tar() > highest) {
      from++;
    }
    int to = curve.size();
    while (to > from && curve.point(to - 1).far() > highest) {
      to--;
    }
    return over(curve, from, to, point -> 1 - point.tar());
  }

  private static Curve over(
      RocCurve curve, int from, int to, ToDoubleFunction<OperatingPoint> value) {
    int first = curve.hasBothClasses() ? Math.max(from, lastWithoutFalseAccept(curve)) : to;
    return new Curve() {
      @Override
      public int size() {
        return Math.max(0, to - first);
      }

      @Override
      public double x(int i) {
        return curve.point(first + i).far();
      }

      @Override
      public double y(int i) {
        return value.applyAsDouble(curve.point(first + i));
      }
    };
  }

  private static int lastWithoutFalseAccept(RocCurve curve) {
    int at = 0;
    while (at + 1 < curve.size() && curve.point(at + 1).falseAccepts() == 0) {
      at++;
    }
    return at;
  }
}
