package org.facerepro.face.head;

/**
 * A named way in which heads differ; a coefficient of 1 is one standard deviation of the
 * population.
 *
 * <p>Each states how far it moves the vertex that it moves most, in millimetres for a coefficient
 * of 1. The sizes are our own choice, so that with the correlations of {@link ShapeStatistics}
 * breadths and heights of the face spread about as in surveys of adults: face breadth 6 mm, eye
 * distance 3.5 mm, nose breadth 3.5 mm, mouth breadth 4 mm, lower face height 6 mm.
 */
public enum ShapeComponent {
  FACE_WIDTH(3.4),
  FACE_HEIGHT(2.9),
  FACE_DEPTH(3.8),
  FOREHEAD_HEIGHT(5.5),
  FOREHEAD_SLOPE(4),
  TEMPLE_WIDTH(2.9),
  BROW_RIDGE(2.2),
  BROW_HEIGHT(1.8),
  EYE_DISTANCE(1.7),
  EYE_DEPTH(2),
  EYE_SIZE(0.5),
  EYE_OPENNESS(0.9),
  EYE_TILT(1.2),
  CHEEKBONE_WIDTH(3.2),
  CHEEKBONE_HEIGHT(2.5),
  CHEEK_FULLNESS(3.2),
  NOSE_LENGTH(2.7),
  NOSE_WIDTH(2.1),
  NOSE_PROJECTION(2.8),
  NOSE_BRIDGE_HEIGHT(2),
  NOSE_BRIDGE_WIDTH(1.7),
  NOSE_HUMP(1.8),
  NOSE_TIP_ROTATION(1.9),
  NOSE_TIP_WIDTH(1.5),
  NOSTRIL_FLARE(1.7),
  NOSE_DEVIATION(1.1),
  PHILTRUM_LENGTH(1.8),
  UPPER_LIP_THICKNESS(1.6),
  LOWER_LIP_THICKNESS(1.7),
  MOUTH_WIDTH(2.2),
  MOUTH_CORNER_HEIGHT(1.1),
  MOUTH_ASYMMETRY(0.6),
  MUZZLE_PROJECTION(2.6),
  CHIN_LENGTH(3.4),
  CHIN_WIDTH(2.9),
  CHIN_PROJECTION(3.2),
  CHIN_CLEFT(0.9),
  JAW_WIDTH(3.5),
  JAW_ANGLE(3.5),
  NECK_WIDTH(4.8),
  CRANIUM_HEIGHT(4.4),
  CRANIUM_WIDTH(2.4),
  OCCIPUT_DEPTH(6.6),
  FOREHEAD_WIDTH(2.1),
  FOREHEAD_BULGE(2.2),
  FOREHEAD_EMINENCES(1.4),
  TEMPLE_HOLLOW(2.1),
  GLABELLA(1.5),
  BROW_TILT(1.3),
  EYELID_HOODING(1.6),
  UPPER_SULCUS_DEPTH(1.3),
  EYE_WIDTH(1),
  EYE_HEIGHT(1.4),
  EPICANTHIC_FOLD(1.3),
  LOWER_LID_HEIGHT(0.6),
  LOWER_LID_BULGE(1.1),
  TEAR_TROUGH(1.1),
  CHEEKBONE_PROJECTION(2.3),
  CHEEK_HOLLOW(2.8),
  MIDFACE_PROJECTION(2),
  NASOLABIAL_DEPTH(1.2),
  JOWL(1.9),
  LOWER_CHEEK_WIDTH(2.6),
  NASION_DEPTH(1.8),
  NOSE_ROOT_WIDTH(1.2),
  NOSE_BRIDGE_CURVE(1.3),
  NOSE_TIP_PROJECTION(1.9),
  NOSE_TIP_BIFIDITY(0.6),
  ALAR_HEIGHT(1.4),
  ALAR_THICKNESS(1.5),
  COLUMELLA_HANG(1.2),
  NOSTRIL_SIZE(1.2),
  NOSE_BASE_PROJECTION(1.2),
  PHILTRUM_DEPTH(0.6),
  CUPID_BOW(0.8),
  UPPER_LIP_PROJECTION(1.6),
  LOWER_LIP_PROJECTION(1.6),
  LIP_TUBERCLE(0.9),
  MOUTH_HEIGHT(1.5),
  MOUTH_CORNER_DEPTH(1.2),
  MENTOLABIAL_DEPTH(1.3),
  CHIN_POINT(1.9),
  CHIN_SQUARENESS(1.9),
  JAW_ANGLE_HEIGHT(3),
  JAW_BODY_WIDTH(2.6),
  SUBMENTAL_FULLNESS(3.4),
  NECK_DEPTH(4.5),
  EAR_SIZE(2.4),
  EAR_PROTRUSION(3),
  EAR_LOBE(2.2),
  EAR_HEIGHT(1.8),
  EAR_POSITION(1.8),
  EYE_LEVEL_ASYMMETRY(0.6),
  EYE_OPENNESS_ASYMMETRY(0.4),
  BROW_LEVEL_ASYMMETRY(0.7),
  CHEEK_ASYMMETRY(0.9),
  NOSTRIL_ASYMMETRY(0.5),
  CHIN_DEVIATION(1.4),
  JAW_ASYMMETRY(1.1),
  EAR_ASYMMETRY(1.3);

  private final double millimetres;

  ShapeComponent(double millimetres) {
    this.millimetres = millimetres;
  }

  /** Returns the largest displacement of a vertex for a coefficient of 1, mm. */
  public double millimetres() {
    return millimetres;
  }

  /** Returns whether positive and negative coefficients are mirror images of each other. */
  public boolean isAsymmetry() {
    return this == NOSE_DEVIATION || this == CHIN_DEVIATION || name().endsWith("_ASYMMETRY");
  }
}
