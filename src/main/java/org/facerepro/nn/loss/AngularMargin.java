package org.facerepro.nn.loss;

import ai.djl.ndarray.NDArray;
import org.facerepro.nn.Scalars;

/**
 * What margins add to the true class's cosine {@code t}, {@code [n, 1]}; finite in value and slope
 * also at {@code t = ±1}.
 */
final class AngularMargin {
  private static final double SINE_FLOOR = 1e-7;

  /**
   * Nearest to 1 that a cosine may come before its angle is taken: float32 still tells it apart.
   */
  private static final double COSINE_LIMIT = 1 - 1e-7;

  private static final double ADA_EPSILON = 1e-3;

  private AngularMargin() {}

  /** ArcFace: {@code cos(arccos(t) + m) - t}, and {@code -m sin m} once {@code t <= -cos m}. */
  static NDArray arcFace(NDArray t, double margin) {
    double cosine = StrictMath.cos(margin);
    double sine = StrictMath.sin(margin);
    NDArray opposite = Scalars.atLeast(t.square().neg().add(1), SINE_FLOOR).sqrt();
    NDArray turned = Scalars.times(t, cosine - 1).sub(Scalars.times(opposite, sine));
    NDArray hasRoom = t.gt(-cosine).toType(t.getDataType(), false);
    NDArray hasNone = hasRoom.neg().add(1);
    return turned.mul(hasRoom).sub(Scalars.times(hasNone, margin * sine));
  }

  /**
   * The combined margin: {@code psi(m1 · arccos(t) + m2) - m3 - t}, where {@code psi(x) = (-1)^k
   * cos x - 2k} for {@code x} from {@code k π} to {@code (k + 1) π} falls all the way.
   */
  static NDArray combined(NDArray t, LossSpec.Combined margin) {
    if (margin.m1() == 1) {
      return arcFace(t, margin.m2()).sub(margin.m3());
    }
    NDArray own = t.clip(-COSINE_LIMIT, COSINE_LIMIT).acos();
    NDArray angle = Scalars.times(own, margin.m1()).add(margin.m2());
    NDArray turns = Scalars.over(angle.stopGradient(), Math.PI).floor();
    NDArray sign = Scalars.times(Scalars.remainder(turns, 2), -2).add(1);
    NDArray fallen = angle.cos().mul(sign).sub(Scalars.times(turns, 2));
    return fallen.sub(margin.m3()).sub(t);
  }

  /** Returns the cosines as AdaFace takes them: a thousandth away from ±1. */
  static NDArray adaCosines(NDArray cosines) {
    return cosines.clip(ADA_EPSILON - 1, 1 - ADA_EPSILON);
  }

  /**
   * AdaFace: {@code cos(arccos(t) - m q) - (m + m q) - t}, the angle kept a thousandth inside 0 …
   * π.
   *
   * @param qualities q, {@code [n, 1]}, without gradient
   */
  static NDArray adaFace(NDArray t, NDArray qualities, double margin) {
    NDArray part = Scalars.times(qualities, margin);
    NDArray angle = t.acos().sub(part).clip(ADA_EPSILON, Math.PI - ADA_EPSILON);
    return angle.cos().sub(part.add(margin)).sub(t);
  }
}
