package org.facerepro.face.basel.file;

import org.facerepro.core.Require;

/**
 * How many numbers each block of a csv row has. A model part of dimension 0 still has one number in
 * the row, which is 0.
 *
 * @param shape shape components, at least 0
 * @param colour colour components
 * @param expression expression components
 */
public record CsvLayout(int shape, int colour, int expression) {
  /** The Basel Face Model's: 199, 199 and 100 components, 536 numbers in all. */
  public static final CsvLayout BASEL = new CsvLayout(199, 199, 100);

  /** Numbers of pose and camera before the coefficients. */
  static final int POSE_AND_CAMERA = 11;

  /** Numbers of light after them: nine harmonics of three colours. */
  static final int LIGHT = 27;

  public CsvLayout {
    Require.between("shape", shape, 0, 1_000_000);
    Require.between("colour", colour, 0, 1_000_000);
    Require.between("expression", expression, 0, 1_000_000);
  }

  /** Returns the numbers in a row. */
  public int columns() {
    return POSE_AND_CAMERA + held(shape) + held(colour) + held(expression) + LIGHT;
  }

  static int held(int dimension) {
    return Math.max(1, dimension);
  }
}
