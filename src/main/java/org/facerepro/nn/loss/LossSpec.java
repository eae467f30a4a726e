package org.facerepro.nn.loss;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.facerepro.core.Require;

/**
 * What a face network learns to make small: softmax cross-entropy over scaled cosines between
 * features and class centres, with a margin on the true class or without, or a loss over triplets.
 *
 * <p>Written {@code {kind: arc-face, margin: 0.5, scale: 64}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LossSpec.Softmax.class, name = "softmax"),
  @JsonSubTypes.Type(value = LossSpec.CosFace.class, name = "cos-face"),
  @JsonSubTypes.Type(value = LossSpec.ArcFace.class, name = "arc-face"),
  @JsonSubTypes.Type(value = LossSpec.Combined.class, name = "combined"),
  @JsonSubTypes.Type(value = LossSpec.AdaFace.class, name = "ada-face"),
  @JsonSubTypes.Type(value = LossSpec.Triplet.class, name = "triplet")
})
public sealed interface LossSpec {

  /** Returns the loss of the same kind without a margin; triplets stay as they are. */
  default LossSpec withoutMargin() {
    return this instanceof OverCosines cosines ? new Softmax(cosines.scale()) : this;
  }

  /** A loss over scaled cosines between features and learnt class centres. */
  interface OverCosines {
    /** Returns what every cosine is multiplied by (s). */
    double scale();
  }

  private static void requireMargin(String key, double margin) {
    Require.between(key, margin, 0, 1);
  }

  private static void requireScale(double scale) {
    Require.between("scale", scale, 1, 256);
  }

  /**
   * Normalised softmax (Wang et al. 2017).
   *
   * @param scale multiplies every cosine (s)
   */
  record Softmax(double scale) implements LossSpec, OverCosines {
    public Softmax {
      requireScale(scale);
    }
  }

  /**
   * {@code cos - m} (CosFace, Wang et al. 2018).
   *
   * @param margin m, subtracted from the true class's cosine
   * @param scale multiplies every cosine (s)
   */
  record CosFace(double margin, double scale) implements LossSpec, OverCosines {
    public CosFace {
      requireMargin("margin", margin);
      requireScale(scale);
    }
  }

  /**
   * {@code cos(angle + m)} (ArcFace, Deng et al. 2019), and {@code cos - m sin m} where the angle
   * has no room for the margin.
   *
   * @param margin m in radians
   * @param scale multiplies every cosine (s)
   */
  record ArcFace(double margin, double scale) implements LossSpec, OverCosines {
    public ArcFace {
      requireMargin("margin", margin);
      requireScale(scale);
    }
  }

  /**
   * {@code cos(m1 · angle + m2) - m3} (Deng et al. 2019, equation 4); with {@code m2 = m3 = 0} it
   * is SphereFace (Liu et al. 2017) on scaled cosines. With {@code m1 = 1} an angle without room
   * for {@code m2} is treated as {@link ArcFace} does; with a greater one the cosine is continued
   * so that it falls all the way, as SphereFace does.
   *
   * @param m1 factor of the angle, 1 to 10
   * @param m2 added to the angle, in radians
   * @param m3 subtracted from the cosine
   * @param scale multiplies every cosine (s)
   */
  record Combined(double m1, double m2, double m3, double scale) implements LossSpec, OverCosines {
    public Combined {
      Require.between("m1", m1, 1, 10);
      requireMargin("m2", m2);
      requireMargin("m3", m3);
      requireScale(scale);
    }
  }

  /**
   * A margin that grows or shrinks with the length of the feature, which stands for the quality of
   * the picture (AdaFace, Kim et al. 2022).
   *
   * @param margin m; the authors take 0.4
   * @param concentration h, how far a deviation of the length changes the margin; the authors take
   *     0.333
   * @param averaging part of a batch in the running mean and deviation of the lengths; the authors
   *     take 0.01
   * @param scale multiplies every cosine (s)
   */
  record AdaFace(double margin, double concentration, double averaging, double scale)
      implements LossSpec, OverCosines {
    public AdaFace {
      requireMargin("margin", margin);
      Require.between("concentration", concentration, 0, 1);
      Require.between("averaging", averaging, 1e-6, 1);
      requireScale(scale);
    }
  }

  /**
   * {@code max(0, |a - p|² - |a - n|² + alpha)} over triplets of unit features (FaceNet, Schroff et
   * al. 2015), chosen as OpenFace does; it has no class centres.
   *
   * @param alpha the margin between squared distances; OpenFace takes 0.2
   */
  record Triplet(double alpha) implements LossSpec {
    public Triplet {
      Require.between("alpha", alpha, 0.001, 4);
    }
  }
}
