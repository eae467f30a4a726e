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
      case CHEEKBONE_PROJECTION -> -0.75;
      case CHEEKBONE_WIDTH, CHEEK_HOLLOW, EYE_OPENNESS, NOSE_LENGTH -> -0.5;
      case JAW_WIDTH, NOSE_PROJECTION -> -0.45;
      case CHEEKBONE_HEIGHT, FOREHEAD_BULGE -> -0.4;
      case EYE_DEPTH -> -0.35;
      case EYE_HEIGHT, EYE_SIZE, NOSE_WIDTH -> -0.3;
      case FACE_WIDTH, TEMPLE_WIDTH -> -0.25;
      case BROW_HEIGHT, NOSE_BRIDGE_WIDTH, PHILTRUM_LENGTH -> -0.15;
      case MOUTH_CORNER_HEIGHT, MOUTH_HEIGHT -> 0.2;
      case FOREHEAD_HEIGHT, TEMPLE_HOLLOW -> 0.3;
      case FOREHEAD_SLOPE, LOWER_CHEEK_WIDTH, MIDFACE_PROJECTION -> 0.4;
      case MUZZLE_PROJECTION -> 0.45;
      case CHEEK_FULLNESS -> 0.55;
      default -> 0;
    };
  }

  static double colour(ColourComponent component) {
    return switch (component) {
      case MELANIN -> -0.55;
      case BROW_DARKNESS, SOCKET_DEPTH, TEMPLE_RECESSION -> -0.45;
      case BROW_THICKNESS, EYELID_DARKNESS, NOSE_BASE_SHADE -> -0.4;
      case DARK_CIRCLES, LIP_DARKNESS, NOSE_SIDE_SHADE -> -0.35;
      case INNER_CORNER_SHADE, LOWER_LID_SHADE -> -0.3;
      case CHEEK_REDNESS -> -0.25;
      case BROW_HEIGHT -> 0.3;
      case HAIRLINE_HEIGHT -> 0.35;
      case BROW_LENGTH -> 0.45;
      case SKIN_YELLOWNESS -> 0.7;
      case CHEEK_TONE, FOREHEAD_TONE -> 0.75;
      case OUTER_CORNER_SHADE -> 0.8;
      case HAEMOGLOBIN -> 0.85;
      default -> 0;
    };
  }
}
