package org.facerepro.image;

import org.facerepro.core.Rng;

/** Varies pictures as {@link DigiFace} says. */
final class DigiFaceVariation implements PlaneVariation {
  private static final double SCALE = 0.1;
  private static final double TURN_DEGREES = 10;
  private static final double SHIFT = 0.04;
  private static final double CORNER = 0.06;
  private static final double ASPECT_CHANGE = 0.1;
  private static final double TONE_CHANGE = 0.3;
  private static final double SATURATION_CHANGE = 0.5;
  private static final double HUE_DEGREES = 15;
  private static final double LOWEST_RESOLUTION = 0.25;
  private static final double BLUR_DEVIATION = 0.018;
  private static final double MOTION = 0.08;
  private static final double NOISE_DEVIATION = 0.05;
  private static final int WORST_QUALITY = 30;
  private static final int BEST_QUALITY = 90;

  private final DigiFace spec;
  private final int side;
  private final PerspectiveWarp warp;
  private final PlaneFilter filter;
  private final double strength;

  DigiFaceVariation(DigiFace spec, int sourceSide, int side) {
    this.spec = spec;
    this.side = side;
    this.warp = new PerspectiveWarp(sourceSide, side);
    this.filter = new PlaneFilter(side);
    this.strength = spec.strength();
  }

  @Override
  public void vary(float[] source, Rng rng, float[] target) {
    warp.apply(geometry(rng), source, target);
    tones(rng, target);
    detail(rng, target);
  }

  private double around(Rng rng, double range) {
    return rng.uniform(-strength * range, strength * range);
  }

  private Homography geometry(Rng rng) {
    Homography flip =
        rng.chance(spec.flip()) ? Homography.affine(-1, 0, 0, 0, 1, 0) : Homography.IDENTITY;
    double turn = StrictMath.toRadians(around(rng, TURN_DEGREES));
    Homography similar = Homography.turn(turn, 1 / (1 + around(rng, SCALE)));
    Homography shift = Homography.shift(around(rng, SHIFT * side), around(rng, SHIFT * side));
    Homography plain = corners(rng).after(shift).after(similar).after(flip);
    if (!rng.chance(DigiFace.ASPECT)) {
      return plain;
    }
    double wide = StrictMath.sqrt(1 + around(rng, ASPECT_CHANGE));
    return plain.after(Homography.affine(wide, 0, 0, 0, 1 / wide, 0));
  }

  private Homography corners(Rng rng) {
    double half = side / 2.0;
    double[] x = {-half, half, half, -half};
    double[] y = {-half, -half, half, half};
    for (int i = 0; i < x.length; i++) {
      x[i] += around(rng, CORNER * side);
      y[i] += around(rng, CORNER * side);
    }
    return Homography.ofCorners(half, x, y);
  }

  private void tones(Rng rng, float[] target) {
    if (rng.chance(DigiFace.BRIGHTNESS)) {
      PlaneTones.brightness(target, 1 + around(rng, TONE_CHANGE));
    }
    if (rng.chance(DigiFace.CONTRAST)) {
      PlaneTones.contrast(target, 1 + around(rng, TONE_CHANGE));
    }
    if (rng.chance(DigiFace.HUE)) {
      PlaneTones.hue(target, StrictMath.toRadians(around(rng, HUE_DEGREES)));
    }
    if (rng.chance(DigiFace.SATURATION)) {
      PlaneTones.saturation(target, Math.max(0, 1 + around(rng, SATURATION_CHANGE)));
    }
    if (rng.chance(DigiFace.GREY)) {
      PlaneTones.saturation(target, 0);
    }
  }

  private void detail(Rng rng, float[] target) {
    if (rng.chance(DigiFace.LOW_RESOLUTION)) {
      double part = 1 - Math.min(1, strength) * rng.uniform(0, 1 - LOWEST_RESOLUTION);
      filter.lowResolution(target, Math.max(1, (int) Math.round(side * part)));
    }
    if (rng.chance(DigiFace.BLUR)) {
      filter.blur(target, strength * side * rng.uniform(0.2, 1) * BLUR_DEVIATION);
    }
    if (rng.chance(DigiFace.MOTION_BLUR)) {
      double length = strength * side * rng.uniform(0.2, 1) * MOTION;
      filter.motionBlur(target, length, rng.uniform(0, Math.PI));
    }
    if (rng.chance(DigiFace.NOISE)) {
      PlaneFilter.noise(target, 2 * strength * rng.uniform(0.2, 1) * NOISE_DEVIATION, rng);
    }
    if (rng.chance(DigiFace.JPEG)) {
      int quality = WORST_QUALITY + rng.nextInt(BEST_QUALITY - WORST_QUALITY + 1);
      PlaneTones.jpeg(target, quality, side);
    }
  }
}
