package org.facerepro.face.render;

import org.facerepro.core.Rng;

/**
 * A prior of order-2 spherical harmonics without any file: light of the places in which people are
 * photographed, put together from an even part, a sky or ceiling, a ground that throws light back,
 * up to two windows and up to three lamps. All numbers are our own choice.
 */
public final class PlaceLight {
  private static final double WINDOW = 0.45;
  private static final double LAMP = 0.55;

  private PlaceLight() {}

  /** Draws a light that gives a surface facing the camera about its albedo's brightness. */
  public static SphericalLight draw(Rng rng) {
    double even = rng.uniform(0.15, 0.45);
    double cold = rng.gaussian(0, 0.05);
    SphericalLight light = SphericalLight.ambient(even * (1 - cold), even, even * (1 + cold));
    light = lamp(light, rng.gaussian(0, 25), rng.uniform(60, 90), rng.uniform(0.1, 0.5), rng);
    light = lamp(light, rng.gaussian(0, 60), rng.uniform(-90, -50), rng.uniform(0, 0.12), rng);
    light = lamp(light, rng.gaussian(0, 25), rng.gaussian(15, 12), rng.uniform(0.1, 0.5), rng);
    for (int i = 0; i < 2; i++) {
      if (rng.chance(WINDOW)) {
        double side = rng.chance(0.5) ? 75 : -75;
        double azimuth = side + rng.gaussian(0, 25);
        light = lamp(light, azimuth, rng.gaussian(12, 12), rng.uniform(0.1, 0.6), rng);
      }
    }
    for (int i = 0; i < 3; i++) {
      if (rng.chance(LAMP)) {
        double azimuth = rng.uniform(-180, 180);
        light = lamp(light, azimuth, rng.gaussian(40, 20), rng.uniform(0.05, 0.35), rng);
      }
    }
    return light;
  }

  private static SphericalLight lamp(
      SphericalLight light, double azimuth, double elevation, double power, Rng rng) {
    double a = StrictMath.toRadians(azimuth);
    double e = StrictMath.toRadians(elevation);
    double warm = rng.gaussian(0, 0.08);
    return light.withLamp(
        StrictMath.sin(a) * StrictMath.cos(e),
        StrictMath.sin(e),
        StrictMath.cos(a) * StrictMath.cos(e),
        power * (1 + warm),
        power,
        power * (1 - warm));
  }
}
