package org.facerepro.face.scene;

import org.facerepro.core.Rng;

/**
 * A kind of place in which faces are photographed, with the spread of its light: a small prior of
 * our own, chosen by eye after press photographs.
 */
enum LightScene {
  FLASH(0.3, 0, 13, 13, 10, 0.4, 0.8, 0.2, 0.6, 0),
  INDOOR(0.3, 0, 45, 46, 18, 0.15, 0.5, 0.3, 0.9, 0.06),
  WINDOW(0.13, 55, 25, 15, 12, 0.35, 0.75, 0.1, 0.5, -0.04),
  OVERCAST(0.13, 0, 60, 65, 12, 0.04, 0.2, 0.6, 1, -0.03),
  SUN(0.14, 0, 55, 45, 16, 0.5, 0.85, 0.4, 0.9, 0.08);

  private final double weight;
  private final double aside;
  private final double azimuthSpread;
  private final double elevation;
  private final double elevationSpread;
  private final double leastShare;
  private final double mostShare;
  private final double leastSky;
  private final double mostSky;
  private final double warmth;

  LightScene(
      double weight,
      double aside,
      double azimuthSpread,
      double elevation,
      double elevationSpread,
      double leastShare,
      double mostShare,
      double leastSky,
      double mostSky,
      double warmth) {
    this.weight = weight;
    this.aside = aside;
    this.azimuthSpread = azimuthSpread;
    this.elevation = elevation;
    this.elevationSpread = elevationSpread;
    this.leastShare = leastShare;
    this.mostShare = mostShare;
    this.leastSky = leastSky;
    this.mostSky = mostSky;
    this.warmth = warmth;
  }

  static LightScene draw(Rng rng) {
    double r = rng.nextDouble();
    for (LightScene kind : values()) {
      r -= kind.weight;
      if (r < 0) {
        return kind;
      }
    }
    return INDOOR;
  }

  /** Draws the main light's angle from the camera's axis, degrees. */
  double azimuth(Rng rng) {
    double side = rng.chance(0.5) ? aside : -aside;
    return side + rng.gaussian(0, azimuthSpread);
  }

  /** Draws the main light's height, degrees. */
  double elevation(Rng rng) {
    return rng.gaussian(elevation, elevationSpread);
  }

  /** Draws the main light's share of all light. */
  double share(Rng rng) {
    return rng.uniform(leastShare, mostShare);
  }

  /** Draws how much brighter the soft light is from above. */
  double sky(Rng rng) {
    return rng.uniform(leastSky, mostSky);
  }

  /** Returns how much warmer the main light is than the soft light. */
  double warmth() {
    return warmth;
  }
}
