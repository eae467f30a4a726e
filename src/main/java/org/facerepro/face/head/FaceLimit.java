package org.facerepro.face.head;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far several shape components together may move a place of the face: each stays within its own
 * spread, but three that widen a jaw at once make a box of it.
 *
 * <p>The reaches are our own choice: about two standard deviations of half a breadth, three of a
 * height or depth, among adults.
 */
public enum FaceLimit {
  JAW_BREADTH(66, -92, 0, 4, 6.5),
  LOWER_CHEEK_BREADTH(78, -60, 0, 3.5, 5.5),
  CHEEK_PROMINENCE(42, -58, 2, 4, 6.5),
  JOWL_DROP(48, -100, 1, 5, 8),
  CHIN_DROP(0, -114, 1, 7, 11),
  CHIN_PROMINENCE(0, -106, 2, 6, 9);

  private static final double NEGLIGIBLE = 1e-6;

  /** How often limits are held again, as holding one moves others. */
  private static final int PASSES = 3;

  private final double free;
  private final double reach;
  private final double length;

  // filled while the constant is made and never handed out
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<ShapeComponent, Double> weights = new EnumMap<>(ShapeComponent.class);

  FaceLimit(double u, double y, int axis, double free, double reach) {
    this.free = free;
    this.reach = reach;
    double angle = u / FacePlan.ARC_RADIUS;
    SurfacePoint right = BaseHead.place(angle, (float) y);
    SurfacePoint left = BaseHead.place(-angle, (float) y);
    int mirror = axis == 0 ? -1 : 1;
    double sum = 0;
    for (ShapeComponent component : ShapeComponent.values()) {
      double weight = (push(component, right)[axis] + mirror * push(component, left)[axis]) / 2;
      if (Math.abs(weight) > NEGLIGIBLE) {
        weights.put(component, weight);
        sum += weight * weight;
      }
    }
    length = sum;
  }

  private static float[] push(ShapeComponent component, SurfacePoint place) {
    float[] out = new float[3];
    for (Field field : ShapeFields.of(component)) {
      field.add(place, 1, out, 0);
    }
    return out;
  }

  /** Returns how far coefficients move the place, the mean of both sides, mm. */
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
