package org.facerepro.face.model;

import java.util.Arrays;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * One face of a morphable model: coefficients of shape, colour and expression, in standard
 * deviations. A list may be shorter than the model has components; those left out are 0. Immutable.
 */
public final class Coefficients {

  /** The mean face of any model. */
  public static final Coefficients MEAN =
      new Coefficients(new double[0], new double[0], new double[0]);

  private final double[] shape;
  private final double[] colour;
  private final double[] expression;

  /**
   * Takes copies of the coefficients.
   *
   * @throws InvalidValueException if one is not finite
   */
  public Coefficients(double[] shape, double[] colour, double[] expression) {
    this.shape = finite("shape", shape);
    this.colour = finite("colour", colour);
    this.expression = finite("expression", expression);
  }

  private static double[] finite(String key, double[] values) {
    for (int k = 0; k < values.length; k++) {
      if (!Double.isFinite(values[k])) {
        throw new InvalidValueException(key + "[" + k + "]", "a finite number", values[k]);
      }
    }
    return values.clone();
  }

  /** Returns a copy of the shape coefficients. */
  public double[] shape() {
    return shape.clone();
  }

  /** Returns a copy of the colour coefficients. */
  public double[] colour() {
    return colour.clone();
  }

  /** Returns a copy of the expression coefficients. */
  public double[] expression() {
    return expression.clone();
  }

  /** Returns the same person with another expression. */
  public Coefficients withExpression(double[] other) {
    return new Coefficients(shape, colour, other);
  }

  /**
   * Requires that a model has these components.
   *
   * @throws InvalidValueException if there are more coefficients than components
   */
  public void requireFit(MorphableModel model) {
    fit("shape", shape, model.shape());
    fit("colour", colour, model.colour());
    fit("expression", expression, model.expression());
  }

  private static void fit(String key, double[] values, LinearSpace space) {
    Require.that(
        values.length <= space.components(),
        key,
        "at most %d coefficients, as the model has components".formatted(space.components()),
        values.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coefficients that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(colour, that.colour)
        && Arrays.equals(expression, that.expression);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(shape) + Arrays.hashCode(colour))
        + Arrays.hashCode(expression);
  }

  @Override
  public String toString() {
    return "coefficients of %d shape, %d colour and %d expression components"
        .formatted(shape.length, colour.length, expression.length);
  }
}
