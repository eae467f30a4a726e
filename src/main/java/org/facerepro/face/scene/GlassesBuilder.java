package org.facerepro.face.scene;

import org.facerepro.core.Rng;
import org.facerepro.face.draw.Kernel;
import org.facerepro.face.draw.Rgb;
import org.facerepro.face.head.HeadMesh;
import org.facerepro.face.person.Subject;

/** Shapes spectacle frames: two rims, a bridge and two temples, as square tubes. */
public final class GlassesBuilder {
  /** Vertices around a tube; the last repeats the first. */
  public static final int RING = 5;

  public static final int RIM_POINTS = 25;
  public static final int BAR_POINTS = 4;
  public static final int VERTICES = RING * (2 * RIM_POINTS + 3 * BAR_POINTS);

  /** A rim and as many copies of its middle for each lens. */
  public static final int LENS_VERTICES = 2 * 2 * RIM_POINTS;

  private static final float STAND_OFF = 13;

  /** Farthest that a nose pushes the frames forwards, mm. */
  private static final float MOST_FORWARD = 7;

  /** Least half width of the bridge, mm. */
  private static final float BRIDGE_HALF = 8.5f;

  /** How far the frames bend back around the face, per mm². */
  private static final float CURVE = 0.0022f;

  private static final float[] CORNER_A = {1, -1, -1, 1, 1};
  private static final float[] CORNER_B = {1, 1, -1, -1, 1};
  private static final float[] RIM_COS = new float[RIM_POINTS];
  private static final float[] RIM_SIN = new float[RIM_POINTS];

  static {
    for (int i = 0; i < RIM_POINTS; i++) {
      double angle = 2 * StrictMath.PI * i / (RIM_POINTS - 1);
      RIM_COS[i] = (float) StrictMath.cos(angle);
      RIM_SIN[i] = (float) StrictMath.sin(angle);
    }
  }

  private GlassesBuilder() {}

  /**
   * A pair of frames.
   *
   * @param width half width of a lens, mm
   * @param height half height of a lens, mm
   * @param square 0 for oval, 1 for nearly rectangular
   * @param thickness half thickness of the frame, mm
   * @param colour of the frame
   */
  public record Frame(float width, float height, float square, float thickness, Rgb colour) {

    static Frame of(Subject s) {
      Rng rng = s.seed().child("glasses").rng();
      double dark = rng.uniform(0.01, 0.12);
      Rgb metal = Rgb.of(0.35, 0.30, 0.22).scaled(rng.uniform(0.4, 1));
      return new Frame(
          (float) rng.uniform(21, 27),
          (float) rng.uniform(13, 21),
          (float) rng.nextDouble(),
          (float) rng.uniform(0.7, 1.9),
          rng.chance(0.5) ? metal : Rgb.of(dark * rng.uniform(1, 1.8), dark, dark));
    }
  }

  /** Appends the grids' triangles, in the order in which {@link #place} writes the vertices. */
  public static int[] triangles(int first) {
    int[] rim = HeadMesh.grid(0, RING, RIM_POINTS);
    int[] bar = HeadMesh.grid(0, RING, BAR_POINTS);
    int[] all = new int[2 * rim.length + 3 * bar.length];
    int at = 0;
    int vertex = first;
    for (int k = 0; k < 5; k++) {
      int[] part = k < 2 ? rim : bar;
      for (int index : part) {
        all[at++] = vertex + index;
      }
      vertex += RING * (k < 2 ? RIM_POINTS : BAR_POINTS);
    }
    return all;
  }

  /**
   * Writes the frames' vertices in front of the eyes.
   *
   * @param seat what the frames rest on
   * @param slip how far the frames have slipped down the nose, mm
   */
  static void place(float[] positions, int first, GlassesSeat seat, Frame frame, float slip) {
    int eyes = seat.eyes();
    float y = (positions[eyes + 1] + positions[eyes + 4]) / 2 - 2 - slip;
    float apart = Math.max((positions[eyes + 3] - positions[eyes]) / 2, frame.width + BRIDGE_HALF);
    float inner = apart - frame.width;
    float half = 0.5f * frame.height;
    float nose = seat.before(positions, inner - 1.5f, inner + 4, y - half, y + half, CURVE);
    float usual = Math.max(positions[eyes + 2], positions[eyes + 5]) + STAND_OFF;
    float z = Kernel.clamp(nose + frame.thickness, usual, usual + MOST_FORWARD);
    int at = 3 * first;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < RIM_POINTS; i++) {
        float reach = 1 + frame.square * 0.28f * corner(RIM_COS[i], RIM_SIN[i]);
        float x = RIM_COS[i] * frame.width * reach;
        float px = side * apart + x;
        float py = y + RIM_SIN[i] * frame.height * reach;
        float pz = z - CURVE * px * px;
        at = ring(positions, at, px, py, pz, RIM_COS[i], RIM_SIN[i], 0, frame.thickness);
      }
    }
    float ridge = seat.before(positions, 0, inner, y, y + 9, 0) + frame.thickness;
    int ends = bridge(positions, at, inner, y, z, Math.max(z, ridge), frame);
    temples(positions, ends, seat, apart + frame.width, y, z, frame);
  }

  /** Returns the lenses' triangles, in the order in which {@link #placeLenses} writes vertices. */
  public static int[] lensTriangles(int first) {
    int[] one = HeadMesh.grid(0, 2, RIM_POINTS);
    int[] all = new int[2 * one.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = first + (i < one.length ? 0 : 2 * RIM_POINTS) + one[i % one.length];
    }
    return all;
  }

  /** Returns the height of a lens's vertex from -1 at the bottom to 1 at the top. */
  static float lensHeight(int vertex) {
    return vertex % 2 == 0 ? RIM_SIN[vertex / 2 % RIM_POINTS] : 0;
  }

  /** Returns the place of a lens's vertex across, -1 to 1. */
  static float lensAcross(int vertex) {
    return vertex % 2 == 0 ? RIM_COS[vertex / 2 % RIM_POINTS] : 0;
  }

  /** Writes the lenses' vertices inside frames that {@link #place} wrote from {@code frames} on. */
  public static void placeLenses(float[] p, int first, int frames) {
    int at = 3 * first;
    for (int lens = 0; lens < 2; lens++) {
      int rim = 3 * (frames + lens * RING * RIM_POINTS);
      for (int i = 0; i < RIM_POINTS; i++) {
        int opposite = rim + 3 * RING * ((i + RIM_POINTS / 2) % (RIM_POINTS - 1));
        for (int k = 0; k < 3; k++) {
          p[at + k] = p[rim + 3 * RING * i + k];
          p[at + 3 + k] = (p[rim + 3 * RING * i + k] + p[opposite + k]) / 2;
        }
        at += 6;
      }
    }
  }

  private static float corner(float c, float s) {
    float both = 2 * c * s;
    return both * both;
  }

  private static int bridge(
      float[] p, int start, float inner, float y, float z, float ridge, Frame frame) {
    int at = start;
    float edge = z - CURVE * inner * inner;
    for (int i = 0; i < BAR_POINTS; i++) {
      float t = 2f * i / (BAR_POINTS - 1) - 1;
      float arch = 1 - t * t;
      float depth = Kernel.mix(edge, Math.max(edge, ridge), Kernel.clamp(1.13f * arch));
      at = ring(p, at, t * inner, y + 3 + 3 * arch, depth, 0, 1, 0, frame.thickness);
    }
    return at;
  }

  private static void temples(
      float[] p, int start, GlassesSeat seat, float outer, float y, float z, Frame frame) {
    int at = start;
    float hinge = z - CURVE * outer * outer;
    for (int side = -1; side <= 1; side += 2) {
      float ear = Math.max(outer, seat.earX(p, side));
      float end = seat.earZ(p, side);
      for (int i = 0; i < BAR_POINTS; i++) {
        float t = (float) i / (BAR_POINTS - 1);
        float x = side * Kernel.mix(outer, ear, t);
        at = ring(p, at, x, y + 4, Kernel.mix(hinge, end, t), 0, 1, 1, frame.thickness);
      }
    }
  }

  /**
   * Writes one ring around a point: one axis in the x-y plane, the other along z, or x if lying.
   */
  private static int ring(
      float[] p, int at, float x, float y, float z, float ax, float ay, int lying, float half) {
    int out = at;
    for (int k = 0; k < RING; k++) {
      float a = CORNER_A[k] * half;
      float b = CORNER_B[k] * half;
      p[out] = x + ax * a + lying * b;
      p[out + 1] = y + ay * a;
      p[out + 2] = z + (1 - lying) * b;
      out += 3;
    }
    return out;
  }
}
