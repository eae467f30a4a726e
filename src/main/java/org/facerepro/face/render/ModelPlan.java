package org.facerepro.face.render;

/**
 * Where the subjects and scenes of a model's pictures come from. Each is a function of its numbers
 * alone, whatever was asked for before; implementations are immutable and thread-safe.
 */
public interface ModelPlan {

  /**
   * Returns a subject's coefficients of shape, standard deviations.
   *
   * @param components how many the model has; shorter lists stand for zeros at the end
   */
  double[] shape(int subject, int components);

  /** Returns a subject's coefficients of colour; see {@link #shape}. */
  double[] colour(int subject, int components);

  /** Returns a picture's coefficients of expression; see {@link #shape}. */
  double[] expression(int subject, int sample, int components);

  /** Returns how a picture is taken. */
  ModelShot shot(int subject, int sample);
}
