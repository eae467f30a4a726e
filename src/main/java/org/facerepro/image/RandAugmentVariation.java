package org.facerepro.image;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Rng;

/** Varies pictures as {@link RandAugment} says. */
final class RandAugmentVariation implements PlaneVariation {
  private static final double SHEAR = 0.3;
  private static final double SHIFT = 150.0 / 331;
  private static final double TURN_DEGREES = 30;
  private static final double BLEND = 0.9;
  private static final int BITS = 8;
  private static final double BITS_LOST = 4;
  private static final int LAST_LEVEL = 255;

  private final RandAugment spec;
  private final int side;
  private final PerspectiveWarp warp;
  private final double part;

  /** What may be done with a picture. */
  enum Operation {
    IDENTITY,
    SHEAR_X,
    SHEAR_Y,
    SHIFT_X,
    SHIFT_Y,
    TURN,
    BRIGHTNESS,
    COLOUR,
    CONTRAST,
    SHARPNESS,
    POSTERISE,
    SOLARISE,
    STRETCH,
    EQUALISE
  }

  /** An operation and which way it goes, -1 or 1. */
  private record Drawn(Operation operation, int sign) {}

  RandAugmentVariation(RandAugment spec, int sourceSide, int side) {
    this.spec = spec;
    this.side = side;
    this.warp = new PerspectiveWarp(sourceSide, side);
    this.part = (double) spec.magnitude() / RandAugment.GREATEST;
  }

  @Override
  public void vary(float[] source, Rng rng, float[] target) {
    double flip = rng.chance(spec.flip()) ? -1 : 1;
    double x = rng.uniform(-spec.jitter(), spec.jitter());
    double y = rng.uniform(-spec.jitter(), spec.jitter());
    Homography map = Homography.affine(flip, 0, x, 0, 1, y);
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < spec.operations(); i++) {
      Operation operation = Operation.values()[rng.nextInt(Operation.values().length)];
      drawn.add(new Drawn(operation, rng.chance(0.5) ? -1 : 1));
      map = map.after(geometry(operation, drawn.get(i).sign() * part, side));
    }
    warp.apply(map, source, target);
    drawn.forEach(one -> tones(one.operation(), one.sign() * part, target, side));
  }

  /** Returns the map of an operation at a part of its range, -1 to 1; identity for tones. */
  static Homography geometry(Operation operation, double part, int side) {
    return switch (operation) {
      case SHEAR_X -> Homography.affine(1, SHEAR * part, 0, 0, 1, 0);
      case SHEAR_Y -> Homography.affine(1, 0, 0, SHEAR * part, 1, 0);
      case SHIFT_X -> Homography.shift(SHIFT * side * part, 0);
      case SHIFT_Y -> Homography.shift(0, SHIFT * side * part);
      case TURN -> Homography.turn(StrictMath.toRadians(TURN_DEGREES * part), 1);
      default -> Homography.IDENTITY;
    };
  }

  /** Does an operation on tones, at a part of its range, -1 to 1; geometry is left alone. */
  static void tones(Operation operation, double part, float[] planes, int side) {
    double magnitude = Math.abs(part);
    switch (operation) {
      case BRIGHTNESS -> PlaneTones.brightness(planes, 1 + BLEND * part);
      case COLOUR -> PlaneTones.saturation(planes, 1 + BLEND * part);
      case CONTRAST -> PlaneTones.contrast(planes, 1 + BLEND * part);
      case SHARPNESS -> PlaneTones.sharpness(planes, 1 + BLEND * part, side);
      case POSTERISE -> PlaneTones.posterise(planes, BITS - (int) Math.rint(BITS_LOST * magnitude));
      case SOLARISE -> PlaneTones.solarise(planes, LAST_LEVEL * (1 - magnitude));
      case STRETCH -> PlaneTones.stretch(planes);
      case EQUALISE -> PlaneTones.equalise(planes);
      default -> {
        // Geometry has been done already, and the identity is nothing to do.
      }
    }
  }
}
