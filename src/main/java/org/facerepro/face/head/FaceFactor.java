package org.facerepro.face.head;

import static org.facerepro.face.head.ShapeComponent.*;

import java.util.EnumMap;
import java.util.Map;

/**
 * A cause that moves many shape components together; standard normal and independent of the other
 * causes.
 *
 * <p>The loadings, correlations of a component with the cause, are our own choice after the known
 * signs of facial anthropometry.
 */
public enum FaceFactor {
  /** Large heads: all breadths, heights and depths. */
  SIZE(
      weights()
          .and(0.35, FACE_WIDTH, CRANIUM_WIDTH, CRANIUM_HEIGHT, NOSE_LENGTH, EYE_DISTANCE, EAR_SIZE)
          .and(0.45, FACE_HEIGHT, FACE_DEPTH)
          .and(0.4, OCCIPUT_DEPTH)
          .and(0.3, MOUTH_WIDTH, CHIN_LENGTH, JAW_WIDTH, NECK_WIDTH)),
  /** Heavy bone: ridge, jaw and chin, against round forehead, high brows and large eyes. */
  ROBUSTNESS(
      weights()
          .and(0.5, BROW_RIDGE)
          .and(0.4, GLABELLA, JAW_WIDTH, JAW_ANGLE, CHIN_WIDTH, NECK_WIDTH, CHIN_SQUARENESS)
          .and(0.35, CHIN_PROJECTION, FOREHEAD_SLOPE)
          .and(0.3, CHIN_LENGTH, NOSE_HUMP, NOSE_LENGTH, NOSE_PROJECTION)
          .and(-0.4, BROW_HEIGHT)
          .and(-0.3, EYE_SIZE, EYE_OPENNESS, FOREHEAD_BULGE, JAW_ANGLE_HEIGHT)
          .and(-0.25, UPPER_LIP_THICKNESS, CHEEK_FULLNESS)),
  /** Fat of cheeks, jaw and throat. */
  WEIGHT(
      weights()
          .and(0.6, CHEEK_FULLNESS, LOWER_CHEEK_WIDTH, SUBMENTAL_FULLNESS)
          .and(0.45, JOWL, NECK_WIDTH, NECK_DEPTH)
          .and(0.4, JAW_BODY_WIDTH)
          .and(0.3, FACE_WIDTH)
          .and(0.2, CHIN_WIDTH, NOSE_WIDTH, JAW_ANGLE)
          .and(-0.6, CHEEK_HOLLOW)
          .and(-0.4, TEMPLE_HOLLOW)),
  /** Broad and short heads with broad noses against long and narrow ones. */
  BREADTH(
      weights()
          .and(0.5, CHEEKBONE_WIDTH)
          .and(0.4, FACE_WIDTH, CRANIUM_WIDTH, NOSE_WIDTH, NOSE_ROOT_WIDTH, EYE_DISTANCE)
          .and(0.35, NOSE_BRIDGE_WIDTH, NOSE_TIP_WIDTH)
          .and(0.3, TEMPLE_WIDTH, NOSTRIL_FLARE, MOUTH_WIDTH)
          .and(-0.35, OCCIPUT_DEPTH, FACE_DEPTH)),
  /** High bridge, deep eyes and flat lips against low bridge and full lips. */
  PROJECTION(
      weights()
          .and(0.5, NOSE_PROJECTION, NOSE_BRIDGE_HEIGHT)
          .and(0.35, NOSE_HUMP, EYE_DEPTH, UPPER_SULCUS_DEPTH, NOSE_TIP_PROJECTION)
          .and(0.25, MIDFACE_PROJECTION, COLUMELLA_HANG, CHIN_PROJECTION)
          .and(-0.4, EPICANTHIC_FOLD)
          .and(-0.3, MUZZLE_PROJECTION, UPPER_LIP_PROJECTION, LOWER_LIP_PROJECTION)
          .and(-0.35, UPPER_LIP_THICKNESS, LOWER_LIP_THICKNESS, ALAR_THICKNESS)),
  /** What age does to the shape: sinking tissue, growing ears and nose, thinning lips. */
  AGEING(
      weights()
          .and(0.55, NASOLABIAL_DEPTH)
          .and(0.45, EYELID_HOODING, LOWER_LID_BULGE, TEAR_TROUGH, JOWL)
          .and(0.4, EAR_LOBE, TEMPLE_HOLLOW)
          .and(0.3, EAR_SIZE, NOSE_LENGTH, PHILTRUM_LENGTH, SUBMENTAL_FULLNESS)
          .and(0.25, CHEEK_HOLLOW, UPPER_SULCUS_DEPTH)
          .and(-0.4, MOUTH_CORNER_HEIGHT)
          .and(-0.35, UPPER_LIP_THICKNESS, NOSE_TIP_ROTATION)
          .and(-0.25, LOWER_LIP_THICKNESS, EYE_OPENNESS, BROW_HEIGHT));

  // filled while the constant is made and never handed out
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<ShapeComponent, Double> loadings;

  FaceFactor(Weights weights) {
    loadings = weights.all;
  }

  /** Returns the correlation of a component with this cause, -1 to 1. */
  public double loading(ShapeComponent component) {
    return loadings.getOrDefault(component, 0.0);
  }

  private static Weights weights() {
    return new Weights();
  }

  /** Collects weights of components while a constant is made. */
  static final class Weights {
    final Map<ShapeComponent, Double> all = new EnumMap<>(ShapeComponent.class);

    Weights and(double weight, ShapeComponent... components) {
      for (ShapeComponent component : components) {
        all.put(component, weight);
      }
      return this;
    }
  }
}
