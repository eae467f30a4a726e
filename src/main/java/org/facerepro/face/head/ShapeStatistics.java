package org.facerepro.face.head;

import java.util.EnumMap;
import java.util.Map;
import org.facerepro.core.Seed;

/**
 * How the shape components go together in the population: each coefficient is the sum of its
 * loadings times the common causes and of an independent rest, so that it stays standard normal and
 * the correlation matrix is positive definite.
 */
public final class ShapeStatistics {
  private ShapeStatistics() {}

  /** Returns the weight of a component's own independent part, above 0. */
  public static double own(ShapeComponent component) {
    double common = 0;
    for (FaceFactor factor : FaceFactor.values()) {
      common += factor.loading(component) * factor.loading(component);
    }
    return StrictMath.sqrt(1 - common);
  }

  /** Returns the correlation of two components, -1 to 1. */
  public static double correlation(ShapeComponent a, ShapeComponent b) {
    if (a == b) {
      return 1;
    }
    double sum = 0;
    for (FaceFactor factor : FaceFactor.values()) {
      sum += factor.loading(a) * factor.loading(b);
    }
    return sum;
  }

  /**
   * Draws coefficients of one person; every cause and every component has its own random stream, so
   * that a change of one changes no other.
   */
  public static Map<ShapeComponent, Double> draw(Seed seed) {
    Map<FaceFactor, Double> causes = new EnumMap<>(FaceFactor.class);
    for (FaceFactor factor : FaceFactor.values()) {
      causes.put(factor, gaussian(seed, "factor." + factor.name()));
    }
    Map<ShapeComponent, Double> out = new EnumMap<>(ShapeComponent.class);
    for (ShapeComponent component : ShapeComponent.values()) {
      out.put(component, mixed(component, causes, gaussian(seed, component.name())));
    }
    return out;
  }

  /**
   * Returns a component's coefficient.
   *
   * @param causes standard normal strengths of the common causes; those that lack are 0
   * @param rest standard normal number of the component's own
   */
  public static double mixed(
      ShapeComponent component, Map<FaceFactor, Double> causes, double rest) {
    double sum = own(component) * rest;
    for (FaceFactor factor : FaceFactor.values()) {
      sum += factor.loading(component) * causes.getOrDefault(factor, 0.0);
    }
    return sum;
  }

  private static double gaussian(Seed seed, String name) {
    return seed.child(name).rng().nextGaussian();
  }
}
