package org.facerepro.face.person;

import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.face.draw.Kernel;

/** A few wisps that fall out of the hair line into the forehead. */
public final class Wisps {
  /** No wisp at all. */
  public static final Wisps NONE = new Wisps(new float[0]);

  private static final int MOST = 5;
  private static final int NUMBERS = 3;

  private final float[] places;

  private Wisps(float[] places) {
    this.places = places;
  }

  static Wisps of(HairStyle style, HairDay day, float kept) {
    if (style == HairStyle.CROPPED || style == HairStyle.RING || style == HairStyle.BALD) {
      return NONE;
    }
    Rng rng = new Seed(day.wisps()).rng();
    float[] places = new float[NUMBERS * MOST];
    for (int i = 0; i < places.length; i += NUMBERS) {
      places[i] = (float) rng.gaussian(0, 38);
      places[i + 1] = (float) rng.uniform(5, 13);
      places[i + 2] = kept * day.mess() * (float) Math.max(0, rng.gaussian(3, 8));
    }
    return new Wisps(places);
  }

  /** Returns how far the wisps fall below the hair line at an arc, mm. */
  public float at(float u) {
    float fall = 0;
    for (int i = 0; i < places.length; i += NUMBERS) {
      float d = (u - places[i]) / places[i + 1];
      fall += places[i + 2] * Kernel.bell(d * d);
    }
    return fall;
  }
}
