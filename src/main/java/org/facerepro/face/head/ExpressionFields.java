package org.facerepro.face.head;

import java.util.List;

/** What each facial movement does to the head. */
public final class ExpressionFields {
  private ExpressionFields() {}

  /** Returns the displacements that add up to one unit of a component. */
  public static List<Field> of(ExpressionComponent component) {
    return switch (component) {
      case JAW_OPEN -> List.of(new MouthOpening(19, 1, 0.8f));
      case LIPS_PARTED -> List.of(new MouthOpening(4.5f, 3, 0.1f));
      case SMILE ->
          List.of(
              Bump.pair(27, -70, 22, 17, 5, 4.5, -3),
              Bump.pair(38, -45, 28, 26, 2, 4, 4),
              Bump.single(0, -70, 22, 12, 0, -0.5, -2.5));
      case MOUTH_CORNERS_DOWN -> List.of(Bump.pair(27, -71, 18, 15, 0, -3.5, -1));
      case LIP_PUCKER ->
          List.of(Bump.pair(24, -70, 20, 16, -6.5, 0, 2), Bump.single(0, -70, 22, 15, 0, 0, 5));
      case SMIRK -> List.of(Bump.single(27, -69, 24, 18, 2, 4, -1));
      case BROW_RAISE -> List.of(Bump.pair(29, 18, 36, 20, 0, 5, 0));
      case BROW_LOWER ->
          List.of(Bump.pair(18, 17, 26, 17, -1.8, -3.5, 1), Bump.pair(42, 18, 22, 16, 0, -1, 0));
      case INNER_BROW_RAISE -> List.of(Bump.pair(14, 16, 18, 16, -0.5, 3.5, 0));
      case EYES_CLOSED -> List.of(Bump.pair(31.5, 3, 17, 8, 0, -0.6, 0.7));
      case SQUINT -> List.of(Bump.pair(33, -11, 24, 12, 0, 2, 1.4));
      case NOSE_WRINKLE -> List.of(Bump.pair(13, -38, 18, 18, 0.8, 2.4, 0.5));
    };
  }
}
