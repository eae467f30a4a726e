package org.facerepro.face;

import org.facerepro.core.Rng;

/** The five points to which faces of 112 × 112 pixels are aligned (Deng et al., CVPR 2019). */
final class ArcFaceTemplate {
  private static final double[] POINTS = {
    38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
  };

  /** Standard deviation of a landmark detector's error, pixels: 2 % of the eye distance. */
  private static final double JITTER = 0.02 * (73.5318 - 38.2946);

  private ArcFaceTemplate() {}

  static double[] points() {
    return POINTS.clone();
  }

  /** Returns the alignment that a slightly wrong detector would give. */
  static Similarity align(double[] projected, Rng rng) {
    Similarity exact = Similarity.fit(projected, POINTS);
    double pixel = Math.sqrt(exact.a() * exact.a() + exact.b() * exact.b());
    double[] seen = projected.clone();
    for (int i = 0; i < seen.length; i++) {
      seen[i] += rng.gaussian(0, JITTER / pixel);
    }
    return Similarity.fit(seen, POINTS);
  }
}
