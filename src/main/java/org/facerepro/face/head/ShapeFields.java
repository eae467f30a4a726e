package org.facerepro.face.head;

import java.util.List;

/** What each shape component does to the head. */
public final class ShapeFields {
  private ShapeFields() {}

  /** Returns the displacements that add up to one unit of a component. */
  public static List<Field> of(ShapeComponent component) {
    return switch (component) {
      case FACE_WIDTH -> List.of(Stretch.of(0, 0, 4, -20, 170));
      case FACE_HEIGHT -> List.of(Stretch.of(1, 0, 4, -40, 190));
      case FACE_DEPTH -> List.of(Stretch.of(2, 0, 4, 0, 220));
      case FOREHEAD_HEIGHT -> List.of(Stretch.of(1, 20, 7, 90, 90));
      case FOREHEAD_SLOPE -> List.of(Bump.single(0, 62, 90, 50, 0, 0, -4));
      case TEMPLE_WIDTH -> List.of(Stretch.of(0, 0, 4, 40, 60));
      case BROW_RIDGE ->
          List.of(Bump.pair(25, 18, 34, 13, 0, -0.5, 2.2), Bump.single(0, 20, 18, 13, 0, 0, 1.5));
      case BROW_HEIGHT -> List.of(Bump.pair(28, 17, 32, 15, 0, 1.8, 0));
      case EYE_DISTANCE ->
          List.of(Bump.pair(31, 2, 28, 26, 1.5, 0, 0), Bump.pair(17, -2, 13, 14, 0.8, 0, 0));
      case EYE_DEPTH -> List.of(Bump.pair(30, 1, 26, 18, 0, 0, -2));
      case EYE_SIZE -> List.of(LidShift.both(0.4, -0.4), Bump.pair(45, -2, 12, 10, 0.5, 0, 0));
      case EYE_OPENNESS -> List.of(LidShift.both(0.9, -0.15));
      case EYE_TILT ->
          List.of(Bump.pair(44, 0, 14, 12, 0, 1.2, 0), Bump.pair(18, -2, 10, 10, 0, -0.5, 0));
      case CHEEKBONE_WIDTH -> List.of(Bump.pair(50, -22, 34, 26, 2.8, 0, 1.5));
      case CHEEKBONE_HEIGHT -> List.of(Bump.pair(42, -26, 32, 26, 0, 2.2, 1.2));
      case CHEEK_FULLNESS -> List.of(Bump.pair(42, -58, 34, 38, 2.1, 0, 2.4));
      case NOSE_LENGTH -> List.of(Bump.single(0, -44, 34, 30, 0, -2.6, 0.6));
      case NOSE_WIDTH -> List.of(Bump.pair(14, -44, 15, 15, 2.1, 0, 0));
      case NOSE_PROJECTION -> List.of(Bump.single(0, -40, 22, 22, 0, 0, 2.8));
      case NOSE_BRIDGE_HEIGHT -> List.of(Bump.single(0, -6, 18, 26, 0, 0, 2));
      case NOSE_BRIDGE_WIDTH -> List.of(Bump.pair(10, -12, 13, 26, 1.5, 0, 0.8));
      case NOSE_HUMP -> List.of(Bump.single(0, -18, 13, 15, 0, 0, 1.8));
      case NOSE_TIP_ROTATION -> List.of(Bump.single(0, -39, 14, 11, 0, 1.9, 0.4));
      case NOSE_TIP_WIDTH -> List.of(Bump.pair(7, -40, 10, 11, 1.3, 0, 0.8));
      case NOSTRIL_FLARE -> List.of(Bump.pair(15, -47, 10, 8, 1.2, 0.8, 1));
      case NOSE_DEVIATION -> List.of(Bump.single(0, -34, 22, 28, 1.1, 0, 0));
      case PHILTRUM_LENGTH -> List.of(Bump.single(0, -68, 46, 18, 0, -1.8, 0));
      case UPPER_LIP_THICKNESS -> List.of(Bump.single(0, -64.5, 27, 8, 0, 0.9, 1.3));
      case LOWER_LIP_THICKNESS -> List.of(Bump.single(0, -76.5, 25, 9, 0, -0.9, 1.5));
      case MOUTH_WIDTH -> List.of(Bump.pair(26, -70, 22, 16, 2.3, 0, 0));
      case MOUTH_CORNER_HEIGHT -> List.of(Bump.pair(27, -70, 15, 11, 0, 1.1, 0));
      case MOUTH_ASYMMETRY ->
          List.of(
              Bump.single(24, -70, 22, 15, 0, 0.6, 0), Bump.single(-24, -70, 22, 15, 0, -0.6, 0));
      case MUZZLE_PROJECTION -> List.of(Bump.single(0, -70, 46, 32, 0, 0, 2.6));
      case CHIN_LENGTH -> List.of(Bump.single(0, -112, 60, 40, 0, -3.4, 0));
      case CHIN_WIDTH -> List.of(Bump.pair(19, -106, 26, 24, 3, 0, 0));
      case CHIN_PROJECTION -> List.of(Bump.single(0, -106, 34, 26, 0, 0, 3.2));
      case CHIN_CLEFT -> List.of(Bump.single(0, -106, 5, 10, 0, 0, -1));
      case JAW_WIDTH -> List.of(Stretch.of(0, 0, 6, -88, 60));
      case JAW_ANGLE -> List.of(Bump.pair(55, -76, 38, 42, 3, -1.5, 0.5));
      case NECK_WIDTH -> List.of(Stretch.of(0, 0, 8.9, -175, 75));
      case CRANIUM_HEIGHT -> List.of(Stretch.of(1, 30, 5, 118, 80));
      case CRANIUM_WIDTH -> List.of(Stretch.of(0, 0, 4, 84, 55));
      case OCCIPUT_DEPTH -> List.of(Stretch.of(2, 70, 4, 20, 110));
      case FOREHEAD_WIDTH -> List.of(Bump.pair(48, 50, 34, 36, 2.2, 0, 0));
      case FOREHEAD_BULGE -> List.of(Bump.single(0, 44, 50, 26, 0, 0, 2.2));
      case FOREHEAD_EMINENCES -> List.of(Bump.pair(24, 46, 20, 18, 0, 0, 1.5));
      case TEMPLE_HOLLOW -> List.of(Bump.pair(60, 26, 22, 30, -0.8, 0, -2));
      case GLABELLA -> List.of(Bump.single(0, 15, 13, 12, 0, 0, 1.5));
      case BROW_TILT ->
          List.of(Bump.pair(46, 16, 18, 12, 0, 1.3, 0), Bump.pair(14, 15, 14, 12, 0, -0.7, 0));
      case EYELID_HOODING -> List.of(Bump.pair(41, 7, 16, 7, 0, -1.2, 1.2));
      case UPPER_SULCUS_DEPTH -> List.of(Bump.pair(30, 8, 24, 7, 0, 0, -1.3));
      case EYE_WIDTH ->
          List.of(Bump.pair(46, -2, 11, 11, 1, 0, 0), Bump.pair(17, -2, 8, 9, -0.6, 0, 0));
      case EYE_HEIGHT -> List.of(Bump.pair(31, 0, 32, 24, 0, 1.4, 0));
      case EPICANTHIC_FOLD -> List.of(Bump.pair(19, 0.5, 9, 8, 0.3, -1, 0.9));
      case LOWER_LID_HEIGHT -> List.of(LidShift.both(0, 0.6));
      case LOWER_LID_BULGE -> List.of(Bump.pair(31, -12, 19, 7, 0, 0, 1.1));
      case TEAR_TROUGH -> List.of(Bump.pair(20, -16, 11, 12, 0, 0, -1.1));
      case CHEEKBONE_PROJECTION -> List.of(Bump.pair(42, -20, 24, 18, 0, 0, 2.4));
      case CHEEK_HOLLOW -> List.of(Bump.pair(50, -56, 20, 26, -1.8, 0, -2.2));
      case MIDFACE_PROJECTION -> List.of(Bump.single(0, -34, 66, 40, 0, 0, 2));
      case NASOLABIAL_DEPTH ->
          List.of(Bump.pair(25, -50, 8, 20, 0, 0, -1.2), Bump.pair(34, -56, 9, 18, 0, 0, 0.8));
      case JOWL -> List.of(Bump.pair(42, -98, 22, 18, 0.8, -1.2, 1.25));
      case LOWER_CHEEK_WIDTH -> List.of(Stretch.of(0, 0, 4, -58, 40));
      case NASION_DEPTH -> List.of(Bump.single(0, 4, 12, 12, 0, 0, -1.8));
      case NOSE_ROOT_WIDTH -> List.of(Bump.pair(10, 2, 10, 14, 1.2, 0, 0));
      case NOSE_BRIDGE_CURVE -> List.of(Bump.single(0, -26, 12, 10, 0, 0, -1.3));
      case NOSE_TIP_PROJECTION -> List.of(Bump.single(0, -38, 11, 10, 0, 0, 1.9));
      case NOSE_TIP_BIFIDITY ->
          List.of(Bump.single(0, -38, 3.2, 7, 0, 0, -0.6), Bump.pair(5, -38, 5, 7, 0, 0, 0.5));
      case ALAR_HEIGHT -> List.of(Bump.pair(14, -44, 10, 9, 0, 1.4, 0));
      case ALAR_THICKNESS -> List.of(Bump.pair(14, -43, 8, 8, 0, 0, 1.5));
      case COLUMELLA_HANG -> List.of(Bump.single(0, -48, 6, 7, 0, -1.1, 0.6));
      case NOSTRIL_SIZE -> List.of(Bump.pair(7.5, -48, 6, 5, 0.5, 0, -1.1));
      case NOSE_BASE_PROJECTION -> List.of(Bump.single(0, -54, 22, 8, 0, 0, 1.2));
      case PHILTRUM_DEPTH ->
          List.of(Bump.single(0, -58, 4.5, 8, 0, 0, -0.6), Bump.pair(5.5, -58, 4, 8, 0, 0, 0.4));
      case CUPID_BOW ->
          List.of(Bump.pair(6, -63.5, 7, 5, 0, 0.8, 0.3), Bump.single(0, -63.5, 4, 4, 0, -0.8, 0));
      case UPPER_LIP_PROJECTION -> List.of(Bump.single(0, -65, 30, 10, 0, 0, 1.6));
      case LOWER_LIP_PROJECTION -> List.of(Bump.single(0, -76, 28, 10, 0, 0, 1.6));
      case LIP_TUBERCLE -> List.of(Bump.single(0, -67.5, 8, 5, 0, -0.7, 0.7));
      case MOUTH_HEIGHT -> List.of(Bump.single(0, -70, 46, 20, 0, 1.5, 0));
      case MOUTH_CORNER_DEPTH -> List.of(Bump.pair(27, -71, 10, 10, 0, 0, -1.2));
      case MENTOLABIAL_DEPTH -> List.of(Bump.single(0, -89, 26, 9, 0, 0, -1.4));
      case CHIN_POINT -> List.of(Bump.single(0, -112, 14, 12, 0, -1.8, 0.8));
      case CHIN_SQUARENESS -> List.of(Bump.pair(20, -110, 14, 12, 1.2, -1.6, 0));
      case JAW_ANGLE_HEIGHT -> List.of(Bump.pair(58, -70, 26, 28, 0, 3, 0));
      case JAW_BODY_WIDTH -> List.of(Stretch.of(0, 0, 5, -104, 30));
      case SUBMENTAL_FULLNESS -> List.of(Bump.single(0, -123, 44, 14, 0, -3, 2));
      case NECK_DEPTH -> List.of(Stretch.of(2, -10, 7, -175, 75));
      case EAR_SIZE -> List.of(EarPush.both(0.06, 0, 0, 0, 0));
      case EAR_PROTRUSION -> List.of(EarPush.both(0, 3, 0, 0, 0));
      case EAR_LOBE -> List.of(EarPush.both(0, 0, 2.2, 0, 0));
      case EAR_HEIGHT -> List.of(EarPush.both(0, 0, 0, 1.8, 0));
      case EAR_POSITION -> List.of(EarPush.both(0, 0, 0, 0, 1.8));
      case EYE_LEVEL_ASYMMETRY -> tilted(31, 2, 26, 24, 0.6, 0);
      case EYE_OPENNESS_ASYMMETRY -> List.of(new LidShift(0.4f, 0, 1, -1));
      case BROW_LEVEL_ASYMMETRY -> tilted(29, 17, 28, 14, 0.7, 0);
      case CHEEK_ASYMMETRY -> tilted(44, -48, 30, 36, 0, 0.9);
      case NOSTRIL_ASYMMETRY -> tilted(13, -44, 10, 9, 0.5, 0.2);
      case CHIN_DEVIATION -> List.of(Bump.single(0, -112, 40, 36, 1.4, 0, 0));
      case JAW_ASYMMETRY ->
          List.of(
              Bump.single(56, -80, 30, 32, 1, -0.5, 0), Bump.single(-56, -80, 30, 32, 1, 0.5, 0));
      case EAR_ASYMMETRY -> List.of(new EarPush(0, 1, 0, 0.8f, 0, 1, -1));
    };
  }

  /** Pushes one way at {@code cx} and the other way at its mirror image. */
  private static List<Field> tilted(
      double cx, double cy, double rx, double ry, double dy, double dz) {
    return List.of(
        Bump.single(cx, cy, rx, ry, 0, dy, dz), Bump.single(-cx, cy, rx, ry, 0, -dy, -dz));
  }
}
