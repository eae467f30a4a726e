package org.facerepro.image;

import java.nio.FloatBuffer;
import org.facerepro.core.Rng;

/**
 * Turns stored 8-bit pictures into the float32 input of a network, varied as an {@link
 * Augmentation} says or as their plain centre crop.
 *
 * <p>Sources are square pictures {@code [sourceSide, sourceSide, 3]}, 8-bit, r, g, b of each pixel;
 * targets are {@code [3, side, side]}, values {@code (v / 255 − 0.5) / 0.5} in {@code [-1, 1]}. The
 * order of work of an {@link AugmentSpec} is colour, crop with scale, rotation and mirror, low
 * resolution, blur, noise, cut-out. Equal generators give equal values on every machine.
 *
 * <p>Not thread-safe: it reuses its memory and allocates nothing per picture. One per thread.
 */
public final class Augmenter {
  private final ColourJitter colour;
  private final PlaneVariation variation;
  private final int sourceSide;
  private final float[] sourcePlanes;
  private final float[] planes;
  private final ToneCurve tone = new ToneCurve();
  private final CropWarp crop;
  private final PlaneFilter filter;

  /**
   * Makes an augmenter.
   *
   * @param sourceSide side of the stored pictures in pixels, at least {@code side}
   * @param side side of the network's input in pixels
   */
  public Augmenter(Augmentation augmentation, int sourceSide, int side) {
    if (side <= 0 || sourceSide < side) {
      throw new IllegalArgumentException(
          "no crop of side %d out of a picture of side %d".formatted(side, sourceSide));
    }
    this.colour = augmentation instanceof AugmentSpec spec ? spec.colour() : ColourJitter.NONE;
    this.sourceSide = sourceSide;
    this.sourcePlanes = new float[RgbImage.CHANNELS * sourceSide * sourceSide];
    this.planes = new float[RgbImage.CHANNELS * side * side];
    this.crop = new CropWarp(sourceSide, side);
    this.filter = new PlaneFilter(side);
    this.variation = variation(augmentation, side);
  }

  private PlaneVariation variation(Augmentation augmentation, int side) {
    if (augmentation instanceof DigiFace digiFace) {
      return new DigiFaceVariation(digiFace, sourceSide, side);
    }
    if (augmentation instanceof RandAugment randAugment) {
      return new RandAugmentVariation(randAugment, sourceSide, side);
    }
    AugmentSpec spec = (AugmentSpec) augmentation;
    return (source, rng, target) -> {
      crop.draw(spec, rng);
      crop.apply(source, target);
      filter.draw(spec.degradation(), rng, target);
    };
  }

  /** Returns how many values one target picture has: {@code 3 · side · side}. */
  public int targetLength() {
    return planes.length;
  }

  /** Returns how many bytes one source picture has: {@code 3 · sourceSide · sourceSide}. */
  public int sourceLength() {
    return sourcePlanes.length;
  }

  /**
   * Varies the picture that starts at {@code source[sourceOffset]} and writes it from {@code
   * target[targetOffset]} on.
   */
  public void augment(byte[] source, int sourceOffset, Rng rng, float[] target, int targetOffset) {
    vary(source, sourceOffset, rng);
    System.arraycopy(planes, 0, target, targetOffset, planes.length);
  }

  /** Does the same into a buffer, from an absolute index on; its position stays. */
  public void augment(
      byte[] source, int sourceOffset, Rng rng, FloatBuffer target, int targetOffset) {
    vary(source, sourceOffset, rng);
    target.put(targetOffset, planes, 0, planes.length);
  }

  /**
   * Writes the centre crop, the deterministic input of evaluation.
   *
   * <p>Where {@code sourceSide − side} is odd the centre lies between pixels and is interpolated.
   *
   * @param mirrored whether to write the mirror image instead
   */
  public void centre(
      byte[] source, int sourceOffset, boolean mirrored, float[] target, int targetOffset) {
    cut(source, sourceOffset, mirrored);
    System.arraycopy(planes, 0, target, targetOffset, planes.length);
  }

  /** Does the same into a buffer, from an absolute index on; its position stays. */
  public void centre(
      byte[] source, int sourceOffset, boolean mirrored, FloatBuffer target, int targetOffset) {
    cut(source, sourceOffset, mirrored);
    target.put(targetOffset, planes, 0, planes.length);
  }

  private void vary(byte[] source, int sourceOffset, Rng rng) {
    tone.draw(colour, rng);
    tone.apply(source, sourceOffset, sourcePlanes, sourceSide * sourceSide);
    variation.vary(sourcePlanes, rng, planes);
    for (int i = 0; i < planes.length; i++) {
      planes[i] = Math.min(1f, Math.max(-1f, planes[i]));
    }
  }

  private void cut(byte[] source, int sourceOffset, boolean mirrored) {
    tone.reset();
    tone.apply(source, sourceOffset, sourcePlanes, sourceSide * sourceSide);
    crop.centre(mirrored);
    crop.apply(sourcePlanes, planes);
  }
}
