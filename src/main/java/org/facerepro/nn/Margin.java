package org.facerepro.nn;

import org.facerepro.core.Require;

/**
 * How a face network's cosines become logits.
 *
 * @param scale multiplies every cosine (s)
 * @param margin m of the true class: subtracted from the cosine, or added to the angle in radians
 */
public record Margin(Kind kind, double margin, double scale) {

  /** Where the margin goes. */
  public enum Kind {
    /** Normalised softmax: no margin (Wang et al. 2017). */
    SOFTMAX,
    /** {@code cos - m} (CosFace, Wang et al. 2018). */
    COS_FACE,
    /** {@code cos(angle + m)} (ArcFace, Deng et al. 2019). */
    ARC_FACE
  }

  public Margin {
    Require.between("margin", margin, 0, 1);
    Require.between("scale", scale, 1, 256);
    Require.that(
        kind != Kind.SOFTMAX || margin == 0, "margin", "0, as softmax has no margin", margin);
  }

  /** Returns the same scale without a margin. */
  public Margin withoutMargin() {
    return new Margin(Kind.SOFTMAX, 0, scale);
  }
}
