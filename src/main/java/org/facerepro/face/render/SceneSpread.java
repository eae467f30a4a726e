package org.facerepro.face.render;

import org.facerepro.core.Require;

/**
 * How widely faces and scenes scatter: independent normal draws with these standard deviations,
 * yaw, pitch and roll around a frontal view. The lamp of each picture shines from a direction drawn
 * uniformly from the half of the sphere before the face, upper or lower.
 *
 * @param shape of each coefficient of shape, in the model's own standard deviations
 * @param colour of each coefficient of colour
 * @param expression of each coefficient of expression
 * @param yaw degrees
 * @param pitch degrees
 * @param roll degrees
 * @param ambient share of the light that comes from everywhere, 0 to 1; the lamp gives the rest
 */
public record SceneSpread(
    double shape,
    double colour,
    double expression,
    double yaw,
    double pitch,
    double roll,
    double ambient) {
  /** Pose near that of the Basel generator's narrow part; the values are our own choice. */
  public static final SceneSpread STANDARD = new SceneSpread(1, 1, 1, 25, 10, 5, 0.45);

  public SceneSpread {
    Require.between("shape", shape, 0, 10);
    Require.between("colour", colour, 0, 10);
    Require.between("expression", expression, 0, 10);
    Require.between("yaw", yaw, 0, 90);
    Require.between("pitch", pitch, 0, 90);
    Require.between("roll", roll, 0, 90);
    Require.between("ambient", ambient, 0, 1);
  }
}
