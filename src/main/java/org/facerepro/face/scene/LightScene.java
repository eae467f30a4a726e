package org.facerepro.face.scene;

import java.util.Arrays;
import java.util.List;
import org.facerepro.face.law.Draws;
import org.facerepro.face.law.FaceControl;
import org.facerepro.face.law.Law;

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

  private static final LightScene[] ALL = values();
  private static final Law KIND =
      new Law.Choice(
          Arrays.stream(ALL).map(kind -> (double) kind.ordinal()).toList(),
          Arrays.stream(ALL).map(kind -> kind.weight).toList());

  static LightScene draw(Draws draws) {
    int kind = (int) Math.round(draws.value(FaceControl.LIGHT_SCENE, KIND));
    return ALL[Math.min(kind, ALL.length - 1)];
  }

  /** Returns the law of the main light's angle from the camera's axis, degrees. */
  Law azimuth() {
    return new Law.Mixture(
        List.of(
            new Law.Mixture.Part(0.5, new Law.Gaussian(aside, azimuthSpread)),
            new Law.Mixture.Part(0.5, new Law.Gaussian(-aside, azimuthSpread))));
  }

  /** Returns the law of the main light's height, degrees. */
  Law elevation() {
    return new Law.TruncatedNormal(elevation, elevationSpread, -35, 85);
  }

  /** Returns the law of the main light's share of all light. */
  Law share(boolean photographic) {
    double harder = photographic ? 1.08 : 1;
    return new Law.Uniform(Math.max(0.03, harder * leastShare), Math.min(0.97, harder * mostShare));
  }

  /** Returns the law of how much brighter the soft light is from above. */
  Law sky() {
    return new Law.Uniform(leastSky, mostSky);
  }

  /** Returns how much warmer the main light is than the soft light. */
  double warmth() {
    return warmth;
  }
}
