package org.facerepro.face.head;

import java.util.List;

/** What each facial movement does to the head. */
public final class ExpressionFields {
  private static final int LEFT = 1;
  private static final int RIGHT = -1;

  private ExpressionFields() {}

  /** Returns the displacements of the skin that add up to one unit of a component. */
  public static List<Field> of(ExpressionComponent component) {
    return switch (component) {
      case JAW_OPEN ->
          List.of(new MouthOpening(19, 2, 0.8f), Bump.pair(26, -73, 18, 20, -2.2, 0, 0));
      case LIPS_PARTED -> List.of(new MouthOpening(4.5f, 3, 0.1f, 0, 0.7f));
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
      case EYES_CLOSED, EYE_BLINK_LEFT, EYE_BLINK_RIGHT, MOUTH_CLOSE -> List.of();
      case SQUINT -> List.of(LidShift.both(-0.7, 1.2), Bump.pair(33, -11, 24, 12, 0, 1.4, 1.4));
      case NOSE_WRINKLE -> List.of(Bump.pair(13, -38, 18, 18, 0.8, 2.4, 0.5));
      default -> unit(component);
    };
  }

  private static List<Field> unit(ExpressionComponent component) {
    return switch (component) {
      case JAW_LEFT -> List.of(Bump.single(0, -100, 75, 48, 6, 0, 0));
      case JAW_RIGHT -> List.of(Bump.single(0, -100, 75, 48, -6, 0, 0));
      case JAW_FORWARD -> List.of(Bump.single(0, -100, 62, 42, 0, 0, 5));
      case MOUTH_FUNNEL ->
          List.of(
              new MouthOpening(6.5f, 5, 0.2f),
              Bump.pair(22, -70, 20, 20, -9, 0, 2),
              Bump.single(0, -70, 26, 20, 0, 0, 8));
      case MOUTH_PUCKER ->
          List.of(Bump.pair(24, -70, 20, 16, -8, 0, 2.5), Bump.single(0, -70, 22, 15, 0, 0, 6));
      case MOUTH_LEFT -> aside(LEFT);
      case MOUTH_RIGHT -> aside(RIGHT);
      case MOUTH_ROLL_LOWER -> List.of(Bump.single(0, -76, 27, 10, 0, 2.2, -4.5));
      case MOUTH_ROLL_UPPER -> List.of(Bump.single(0, -65, 29, 9, 0, -2, -4));
      case MOUTH_SHRUG_LOWER -> List.of(Bump.single(0, -86, 34, 22, 0, 3.5, 2.5));
      case MOUTH_SHRUG_UPPER -> List.of(Bump.single(0, -64, 32, 12, 0, 2.5, 1.5));
      case BROW_INNER_UP -> List.of(Bump.pair(14, 17, 20, 18, -0.5, 5, 0));
      case CHEEK_PUFF ->
          List.of(
              Bump.pair(45, -62, 40, 42, 8, 0, 12),
              Bump.pair(24, -70, 16, 18, -2.5, 0, 3),
              Bump.single(0, -70, 30, 20, 0, 0, 2.5));
      default -> sided(component, component.name().endsWith("_LEFT") ? LEFT : RIGHT);
    };
  }

  private static List<Field> sided(ExpressionComponent component, int s) {
    return switch (component) {
      case MOUTH_SMILE_LEFT, MOUTH_SMILE_RIGHT ->
          List.of(at(s, 27, -70, 22, 17, 5, 4.5, -3), at(s, 38, -45, 28, 26, 2, 4, 4));
      case MOUTH_FROWN_LEFT, MOUTH_FROWN_RIGHT ->
          List.of(
              at(s, 26, -72, 26, 22, 0.8, -6.5, -1.5),
              at(s, 34, -86, 24, 18, 1, -1, 1.2),
              at(s, 12, -90, 18, 12, 0, 2, 1.5));
      case MOUTH_DIMPLE_LEFT, MOUTH_DIMPLE_RIGHT -> List.of(at(s, 28, -70, 16, 14, 3, 0.6, -3));
      case MOUTH_STRETCH_LEFT, MOUTH_STRETCH_RIGHT ->
          List.of(at(s, 27, -73, 30, 22, 9, -3, -3), at(s, 44, -76, 22, 30, 2.5, 0, 2.5));
      case MOUTH_PRESS_LEFT, MOUTH_PRESS_RIGHT ->
          List.of(
              at(s, 14, -64.5, 18, 7, 0, -1.3, -1.4),
              at(s, 14, -76, 18, 8, 0, 1.3, -1.4),
              at(s, 14, -88, 14, 10, 0, 0, 0.8));
      case MOUTH_LOWER_DOWN_LEFT, MOUTH_LOWER_DOWN_RIGHT -> List.of(new MouthOpening(5, 0, 0, s));
      case MOUTH_UPPER_UP_LEFT, MOUTH_UPPER_UP_RIGHT -> List.of(new MouthOpening(0, 4.5f, 0, s));
      case BROW_DOWN_LEFT, BROW_DOWN_RIGHT ->
          List.of(at(s, 18, 17, 26, 17, -1.8, -3.5, 1), at(s, 42, 18, 22, 16, 0, -1, 0));
      case BROW_OUTER_UP_LEFT, BROW_OUTER_UP_RIGHT -> List.of(at(s, 40, 18, 26, 20, 0, 5, 0));
      case CHEEK_SQUINT_LEFT, CHEEK_SQUINT_RIGHT -> List.of(at(s, 38, -23, 26, 20, 0, 3.5, 2.5));
      case NOSE_SNEER_LEFT, NOSE_SNEER_RIGHT -> List.of(at(s, 13, -38, 18, 18, 0.8, 3, 0.8));
      case EYE_SQUINT_LEFT, EYE_SQUINT_RIGHT ->
          List.of(LidShift.one(s, -0.8, 1.6), at(s, 33, -12, 22, 12, 0, 1.2, 1.2));
      case EYE_WIDE_LEFT, EYE_WIDE_RIGHT -> List.of(LidShift.one(s, 1.8, -0.4));
      default -> throw new IllegalArgumentException("no displacement of " + component);
    };
  }

  private static List<Field> aside(int s) {
    return List.of(
        Bump.single(0, -70, 44, 27, 10 * s, 0, 0),
        at(s, 40, -66, 22, 26, 1.5, 1.5, 3),
        at(-s, 36, -66, 22, 26, -1, 0, -1.5));
  }

  private static Bump at(
      int side, double cx, double cy, double rx, double ry, double dx, double dy, double dz) {
    return Bump.single(side * cx, cy, rx, ry, side * dx, dy, dz);
  }

  /** Returns how the bone of the lower jaw and its teeth move, mm. */
  static float[] jaw(ExpressionComponent component) {
    return switch (component) {
      case JAW_OPEN -> new float[] {0, -14.5f, -3.5f};
      case LIPS_PARTED -> new float[] {0, -0.4f, 0};
      case JAW_LEFT -> new float[] {4.5f, 0, 0};
      case JAW_RIGHT -> new float[] {-4.5f, 0, 0};
      case JAW_FORWARD -> new float[] {0, 0, 4};
      default -> new float[3];
    };
  }
}
