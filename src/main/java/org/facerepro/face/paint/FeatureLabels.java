package org.facerepro.face.paint;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.NoiseBank;
import org.facerepro.face.head.BaseHead;
import org.facerepro.face.head.FacePlan;
import org.facerepro.face.person.Grooming;
import org.facerepro.face.person.Subject;

/**
 * How far painted features cover the skin of one subject at a place of the head, 0 to 1: the
 * painters' own brushes, for labels instead of colours. Immutable.
 */
public final class FeatureLabels {
  /** Farther round the head the texture takes no features, mm. */
  private static final float REACH = 112;

  private final LipPainter lips;
  private final BrowPainter brows;
  private final BeardLayer beard;
  private final boolean bearded;

  /** Makes the brushes that {@link FeaturePainter} and {@link GroomingPainter} paint with. */
  public FeatureLabels(Subject s, NoiseBank noise) {
    Rng rng = s.details().child("features").rng();
    lips = new LipPainter(s);
    brows = new BrowPainter(s, noise, rng.nextInt(256));
    beard = new BeardLayer(s, noise);
    bearded = s.traits().masculine();
  }

  /** Returns the distance from the middle of the face that brushes mean by a texture column. */
  private static float x(float u, float y) {
    return BaseHead.paintedHalfWidth(y) * (float) Math.sin(u / FacePlan.ARC_RADIUS);
  }

  /** Returns how far a place lies on the lips. */
  public float lips(float u, float y) {
    return Math.abs(u) < REACH ? lips.outline(x(u, y), y) : 0;
  }

  /** Returns how far brow hair covers a place. */
  public float brows(float u, float y) {
    return Math.abs(u) < REACH ? brows.cover(x(u, y), y) : 0;
  }

  /** Returns how far beard covers a place in a picture. */
  public float beard(float u, float y, Grooming day) {
    if (!bearded || Math.abs(u) >= REACH) {
      return 0;
    }
    float x = x(u, y);
    float worn = beard.hasStyle() && !day.shaved() ? beard.worn(u, x, y) : 0;
    return Kernel.clamp(Math.max(day.stubble() * beard.stubble(u, x, y), worn));
  }
}
