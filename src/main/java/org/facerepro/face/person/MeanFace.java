package org.facerepro.face.person;

import org.facerepro.face.head.ShapeComponent;

/**
 * How far the mean face of the population lies from the undeformed head and its plain paint, in
 * standard deviations.
 *
 * <p>The numbers are the regularised least-squares fit of the mean rendered picture to the mean
 * picture of people of LFW's training part, each picture brought to mean 0 and deviation 1 inside
 * the face first; what moves the mean picture least was left at 0.
 */
final class MeanFace {
  private MeanFace() {}

  static double shape(ShapeComponent component) {
    return switch (component) {
      case CHEEKBONE_PROJECTION -> -0.4;
      case EYE_OPENNESS -> -0.85;
      case NOSE_LENGTH -> -0.8;
      case JAW_WIDTH -> -0.75;
      case NOSE_PROJECTION -> -0.7;
      case EYE_DEPTH -> -0.1;
      case FACE_WIDTH, TEMPLE_WIDTH -> -0.55;
      case CHEEKBONE_WIDTH, CHEEK_HOLLOW, EYE_HEIGHT -> -0.5;
      case CHEEKBONE_HEIGHT, FOREHEAD_BULGE -> -0.4;
      case NOSE_BRIDGE_WIDTH -> -0.35;
      case EYE_SIZE, NOSE_WIDTH, PHILTRUM_LENGTH -> -0.3;
      case BROW_HEIGHT -> -0.15;
      case BROW_RIDGE, MOUTH_CORNER_HEIGHT, MOUTH_HEIGHT -> 0.2;
      case CHEEK_FULLNESS, FOREHEAD_HEIGHT, TEMPLE_HOLLOW -> 0.3;
      case LOWER_CHEEK_WIDTH -> 0.55;
      case FOREHEAD_SLOPE -> 0.65;
      case MIDFACE_PROJECTION -> 0.7;
      case MUZZLE_PROJECTION -> 0.75;
      default -> 0;
    };
  }

  static double colour(ColourComponent component) {
    return switch (component) {
      case TEMPLE_RECESSION -> -0.9;
      case EYELID_DARKNESS -> -0.7;
      case BROW_DARKNESS, DARK_CIRCLES -> -0.65;
      case BROW_THICKNESS, LOWER_LID_SHADE, NOSE_SIDE_SHADE -> -0.6;
      case LIP_DARKNESS -> -0.55;
      case INNER_CORNER_SHADE, SOCKET_DEPTH -> -0.45;
      case NOSE_BASE_SHADE -> -0.4;
      case CHEEK_REDNESS -> -0.25;
      case BROW_HEIGHT -> 0.3;
      case HAIRLINE_HEIGHT -> 0.35;
      case BROW_LENGTH -> 0.45;
      case SKIN_YELLOWNESS -> 0.5;
      case HAEMOGLOBIN -> 0.85;
      case OUTER_CORNER_SHADE -> 1.2;
      case CHEEK_TONE -> 1.25;
      case FOREHEAD_TONE -> 1.35;
      default -> 0;
    };
  }
}
