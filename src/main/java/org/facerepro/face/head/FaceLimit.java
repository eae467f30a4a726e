package org.facerepro.face.head;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far several shape components together may move a place of the face, or move it from another:
 * each stays within its own spread, but three that widen a jaw at once make a box of it.
 *
 * <p>The reaches are our own choice: about two standard deviations of half a breadth, three of a
 * height or depth, among adults.
 */
public enum FaceLimit {
  JAW_BREADTH(66, -92, 0, 4, 6.5),
  JAW_ANGLE_BREADTH(74, -77, 0, 3.5, 5.5),
  LOWER_CHEEK_BREADTH(78, -60, 0, 3.5, 5.5),
  /** The jaw's angle beyond the cheekbone: a sack of a face, or a top. */
  JAW_BEYOND_CHEEKBONE(74, -77, 84, -24, 0, 2.5, 4.5),
  LOWER_CHEEK_BEYOND_CHEEKBONE(78, -58, 84, -24, 0, 2, 4),
  CHEEK_PROMINENCE(42, -58, 2, 3.5, 5.5),
  JOWL_DROP(48, -100, 1, 5, 8),
  CHIN_DROP(0, -114, 1, 7, 11),
  CHIN_PROMINENCE(0, -106, 2, 6, 9),
  /** The upper lid's edge over the lower one: a smile still has to leave something of the eye. */
  EYE_OPENING(32.3, 1.9, 32.3, -6.4, 1, 2, 3.6);

  private static final double NEGLIGIBLE = 1e-6;

  /** How often limits are held again, as holding one moves others. */
  private static final int PASSES = 8;

  private final double free;
  private final double reach;
  private final double length;

  // filled while the constant is made and never handed out
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<ShapeComponent, Double> weights = new EnumMap<>(ShapeComponent.class);

  FaceLimit(double u, double y, int axis, double free, double reach) {
    this(new Place(u, y, axis), null, free, reach);
  }

  FaceLimit(double u, double y, double fromU, double fromY, int axis, double free, double reach) {
    this(new Place(u, y, axis), new Place(fromU, fromY, axis), free, reach);
  }

  FaceLimit(Place place, @Nullable Place from, double free, double reach) {
    this.free = free;
    this.reach = reach;
    double sum = 0;
    for (ShapeComponent component : ShapeComponent.values()) {
      double weight = place.move(component) - (from == null ? 0 : from.move(component));
      if (Math.abs(weight) > NEGLIGIBLE) {
        weights.put(component, weight);
        sum += weight * weight;
      }
    }
    length = sum;
  }

  /**
   * A place on both sides of the face.
   *
   * @param u arc from the middle of the face, mm
   * @param y height, mm
   * @param axis which way it moves: 0 outwards, 1 up, 2 forwards
   */
  private record Place(double u, double y, int axis) {

    /** Returns how far one unit of a component moves it, the mean of both sides, mm. */
    double move(ShapeComponent component) {
      double angle = u / FacePlan.ARC_RADIUS;
      float right = push(component, BaseHead.place(angle, (float) y))[axis];
      float left = push(component, BaseHead.place(-angle, (float) y))[axis];
      return (right + (axis == 0 ? -left : left)) / 2;
    }
  }

  private static float[] push(ShapeComponent component, SurfacePoint place) {
    float[] out = new float[3];
    Displacement.add(ShapeFields.of(component), place, out, 0);
    return out;
  }

  /** Returns how far coefficients move the place, from the other if there is one, mm. */
  public double move(Map<ShapeComponent, Double> shape) {
    double sum = 0;
    for (Map.Entry<ShapeComponent, Double> entry : weights.entrySet()) {
      sum += entry.getValue() * shape.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  /** Returns the farthest that the place moves either way, mm. */
  public double reach() {
    return reach;
  }

  /**
   * Changes coefficients by little, in least squares for each limit, to hold all limits; those of a
   * person within all are left as they are.
   */
  public static void hold(Map<ShapeComponent, Double> shape) {
    for (FaceLimit limit : values()) {
      limit.pull(shape, limit.bent(limit.move(shape)));
    }
    for (int again = 0; again < PASSES; again++) {
      for (FaceLimit limit : values()) {
        double reach = limit.reach;
        limit.pull(shape, Math.max(-reach, Math.min(reach, limit.move(shape))));
      }
    }
  }

  private double bent(double move) {
    double over = Math.abs(move) - free;
    double room = reach - free;
    return over <= 0 ? move : Math.signum(move) * (free + room * StrictMath.tanh(over / room));
  }

  private void pull(Map<ShapeComponent, Double> shape, double held) {
    double share = (move(shape) - held) / length;
    if (share != 0) {
      weights.forEach((component, weight) -> shape.merge(component, -share * weight, Double::sum));
    }
  }
}
