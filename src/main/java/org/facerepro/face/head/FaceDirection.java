package org.facerepro.face.head;

import static org.facerepro.face.head.ShapeComponent.*;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Require;

/**
 * A named direction in the space of shape coefficients along which a person can be moved, from
 * {@link #LOWEST} to {@link #HIGHEST} units; 0 leaves the person as drawn.
 *
 * <p>A unit of age, masculinity, weight, size, breadth or projection is one standard deviation of
 * the common cause behind it; a unit of the others shifts each named coefficient by its weight.
 */
public enum FaceDirection {
  AGE(FaceFactor.AGEING),
  MASCULINITY(FaceFactor.ROBUSTNESS),
  WEIGHT(FaceFactor.WEIGHT),
  HEAD_SIZE(FaceFactor.SIZE),
  BREADTH(FaceFactor.BREADTH),
  PROFILE_RELIEF(FaceFactor.PROJECTION),
  FACE_WIDTH(
      new FaceFactor.Weights()
          .and(0.7, ShapeComponent.FACE_WIDTH)
          .and(0.4, CHEEKBONE_WIDTH, JAW_WIDTH, LOWER_CHEEK_WIDTH)),
  FACE_LENGTH(
      new FaceFactor.Weights()
          .and(0.6, FACE_HEIGHT)
          .and(0.45, CHIN_LENGTH, NOSE_LENGTH)
          .and(0.3, FOREHEAD_HEIGHT, PHILTRUM_LENGTH)),
  NOSE_SIZE(
      new FaceFactor.Weights()
          .and(0.6, NOSE_LENGTH, NOSE_PROJECTION)
          .and(0.5, NOSE_WIDTH, NOSE_TIP_WIDTH)),
  LIP_FULLNESS(
      new FaceFactor.Weights()
          .and(0.7, UPPER_LIP_THICKNESS, LOWER_LIP_THICKNESS)
          .and(0.4, UPPER_LIP_PROJECTION, LOWER_LIP_PROJECTION)),
  EYE_SIZE(
      new FaceFactor.Weights().and(0.7, ShapeComponent.EYE_SIZE, EYE_OPENNESS).and(0.5, EYE_WIDTH)),
  JAW_STRENGTH(
      new FaceFactor.Weights()
          .and(0.6, JAW_WIDTH, JAW_ANGLE, CHIN_WIDTH)
          .and(0.5, CHIN_PROJECTION, CHIN_SQUARENESS));

  /** Smallest number of units. */
  public static final double LOWEST = -3;

  /** Largest number of units. */
  public static final double HIGHEST = 3;

  // filled while the constant is made and never handed out
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<ShapeComponent, Double> weights;

  FaceDirection(FaceFactor factor) {
    weights = new EnumMap<>(ShapeComponent.class);
    for (ShapeComponent component : ShapeComponent.values()) {
      if (factor.loading(component) != 0) {
        weights.put(component, factor.loading(component));
      }
    }
  }

  FaceDirection(FaceFactor.Weights weights) {
    this.weights = weights.all;
  }

  /** Returns by how much one unit shifts a component's coefficient. */
  public double weight(ShapeComponent component) {
    return weights.getOrDefault(component, 0.0);
  }

  /**
   * Returns coefficients moved along this direction.
   *
   * @param units from {@link #LOWEST} to {@link #HIGHEST}
   */
  public Map<ShapeComponent, Double> moved(Map<ShapeComponent, Double> shape, double units) {
    Require.between(name(), units, LOWEST, HIGHEST);
    Map<ShapeComponent, Double> out = new EnumMap<>(ShapeComponent.class);
    out.putAll(shape);
    weights.forEach((component, weight) -> out.merge(component, units * weight, Double::sum));
    return out;
  }
}
