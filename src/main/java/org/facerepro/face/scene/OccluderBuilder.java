package org.facerepro.face.scene;

import org.facerepro.face.draw.Kernel;
import org.facerepro.face.head.HeadMesh;

/** Shapes occluders of tubes: four fingers and a palm, a microphone on its handle, a sheet. */
public final class OccluderBuilder {
  /** Vertices around a tube; the last repeats the first. */
  public static final int RING = 9;

  public static final int POINTS = 7;
  private static final int TUBES = 5;
  public static final int VERTICES = TUBES * RING * POINTS;

  private static final float[] COS = new float[RING];
  private static final float[] SIN = new float[RING];

  static {
    for (int k = 0; k < RING; k++) {
      double angle = 2 * StrictMath.PI * k / (RING - 1);
      COS[k] = (float) StrictMath.cos(angle);
      SIN[k] = (float) StrictMath.sin(angle);
    }
  }

  private OccluderBuilder() {}

  /** Returns the tubes' triangles, in the order in which {@link #place} writes the vertices. */
  public static int[] triangles(int first) {
    int[] tube = HeadMesh.grid(0, RING, POINTS);
    int[] all = new int[TUBES * tube.length];
    for (int k = 0; k < TUBES; k++) {
      for (int i = 0; i < tube.length; i++) {
        all[k * tube.length + i] = first + k * RING * POINTS + tube[i];
      }
    }
    return all;
  }

  /** Writes the vertices; tubes that a kind does not need shrink to a point. */
  public static void place(float[] positions, int first, Occluder o) {
    int at = 3 * first;
    float x = o.side() * o.aside();
    float down = o.side() * o.lean();
    for (int k = 0; k < TUBES; k++) {
      switch (o.kind()) {
        case HAND -> finger(positions, at, o, k, x, down);
        case MICROPHONE -> {
          float wide = k == 0 ? 21 : k == 1 ? 11 : 0;
          float tall = k == 0 ? 44 : 170;
          float top = k == 0 ? o.height() : o.height() - 38;
          float share = k == 0 ? 0.2f : 1;
          tube(positions, at, x, top, 128, x + share * down, top - tall, 140, wide, wide);
        }
        case SHEET ->
            tube(positions, at, x, o.height(), 122, x + 0.4f * down, -320, 150, k == 0 ? 70 : 0, 1);
        case NONE -> tube(positions, at, 0, 0, 0, 0, 0, 0, 0, 0);
      }
      at += 3 * RING * POINTS;
    }
  }

  private static void finger(float[] p, int at, Occluder o, int k, float x, float down) {
    boolean palm = k == TUBES - 1;
    float shift = palm ? 0 : (k - 1.5f) * 15;
    float top = o.height() - (palm ? 48 : Math.abs(k - 1.4f) * 8);
    float z = 92 - 0.0045f * (x + shift) * (x + shift);
    float knuckle = palm ? o.height() - 150 : o.height() - 70;
    float wide = palm ? 34 : 8.5f;
    tube(
        p,
        at,
        x + shift,
        top,
        z,
        x + 0.9f * shift + 0.5f * down,
        knuckle,
        z + 14,
        wide,
        palm ? 15 : 8);
  }

  private static void tube(
      float[] p,
      int start,
      float x0,
      float y0,
      float z0,
      float x1,
      float y1,
      float z1,
      float wide,
      float deep) {
    int at = start;
    for (int i = 0; i < POINTS; i++) {
      float t = (float) i / (POINTS - 1);
      float end = Math.min(t, 1 - t) * (POINTS - 1);
      float round = end < 0.5f ? 0.05f : end < 1.5f ? 0.88f : 1;
      for (int k = 0; k < RING; k++) {
        p[at] = Kernel.mix(x0, x1, t) + COS[k] * wide * round;
        p[at + 1] = Kernel.mix(y0, y1, Kernel.clamp(t * (0.35f + 0.65f * t) + 0.02f * i));
        p[at + 2] = Kernel.mix(z0, z1, t) + SIN[k] * deep * round;
        at += 3;
      }
    }
  }
}
