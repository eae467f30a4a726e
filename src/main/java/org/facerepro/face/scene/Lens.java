package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;

/**
 * The glass of spectacles.
 *
 * @param through linear share of light that passes
 * @param glare linear light that it mirrors towards the camera where the reflection lies
 * @param place height of the reflection in the lens, -1 to 1
 */
public record Lens(Rgb through, float glare, float place) {
  private static final double GLARE = 0.3;

  /** How much the reflection's band leans, and its half width across it, in radii of the lens. */
  private static final float LEAN = 0.55f;

  private static final float HALF = 0.75f;

  /** Distance from the middle, in radii, from which the reflection fades towards the frame. */
  private static final float FADE = 0.45f;

  private static final float RIM = 0.93f;

  static Lens clear(Rng rng) {
    double tint = rng.chance(0.1) ? rng.uniform(0.4, 0.85) : 0.93;
    return new Lens(
        Rgb.of(tint, tint * rng.uniform(0.85, 1), tint * rng.uniform(0.8, 1)),
        rng.chance(GLARE) ? (float) rng.uniform(0.04, 0.26) : 0.008f,
        (float) rng.gaussian(0.3, 0.5));
  }

  static Lens dark(Rng rng) {
    double tint = rng.uniform(0.02, 0.2);
    return new Lens(
        Rgb.of(tint * rng.uniform(1, 1.4), tint, tint * rng.uniform(0.6, 1)),
        (float) rng.uniform(0.01, 0.12),
        (float) rng.gaussian(0.3, 0.4));
  }

  /**
   * Returns the light mirrored at a place of the lens: a leaning band, soft, weaker on one side,
   * and nothing at the frame.
   *
   * @param across -1 to 1
   * @param height -1 to 1
   */
  float mirrored(float across, float height) {
    float off = (height + LEAN * across - place) / HALF;
    float inside = Kernel.step(RIM * RIM, FADE * FADE, across * across + height * height);
    return glare * inside * Kernel.bell(off * off) * (0.75f - 0.25f * across);
  }

  /** Returns whether the eyes behind it can hardly be seen. */
  public boolean dark() {
    return through.g() < 0.25f;
  }
}
