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
      case EYE_DISTANCE -> List.of(Bump.pair(31, 2, 28, 26, 1.7, 0, 0));
      case EYE_DEPTH -> List.of(Bump.pair(30, 1, 26, 18, 0, 0, -2));
      case EYE_SIZE -> List.of(Bump.pair(31.5, -1, 17, 13, 0, 0, 0.9));
      case EYE_OPENNESS -> List.of(Bump.pair(31.5, 6, 17, 9, 0, 0.7, 0));
      case EYE_TILT -> List.of(Bump.pair(44, 0, 14, 12, 0, 1, 0));
      case CHEEKBONE_WIDTH -> List.of(Bump.pair(50, -22, 34, 26, 2.8, 0, 1.5));
      case CHEEKBONE_HEIGHT -> List.of(Bump.pair(42, -26, 32, 26, 0, 2.2, 1.2));
      case CHEEK_FULLNESS -> List.of(Bump.pair(42, -58, 34, 38, 2.8, 0, 3.2));
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
      case MOUTH_ASYMMETRY -> List.of(Bump.single(24, -70, 24, 15, 0, 1, 0));
      case MUZZLE_PROJECTION -> List.of(Bump.single(0, -70, 46, 32, 0, 0, 2.6));
      case CHIN_LENGTH -> List.of(Bump.single(0, -112, 60, 40, 0, -3.4, 0));
      case CHIN_WIDTH -> List.of(Bump.pair(19, -106, 26, 24, 3, 0, 0));
      case CHIN_PROJECTION -> List.of(Bump.single(0, -106, 34, 26, 0, 0, 3.2));
      case CHIN_CLEFT -> List.of(Bump.single(0, -106, 5, 10, 0, 0, -1));
      case JAW_WIDTH -> List.of(Stretch.of(0, 0, 6, -88, 60));
      case JAW_ANGLE -> List.of(Bump.pair(56, -76, 34, 34, 3, -2, 0));
      case NECK_WIDTH -> List.of(Stretch.of(0, 0, 8, -175, 75));
    };
  }
}
