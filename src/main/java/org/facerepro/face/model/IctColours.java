package org.facerepro.face.model;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * One plain colour for each part of ICT-FaceKit, which has none of its own. The colours are our
 * choice: a light brown skin, lips inside the contour of the mouth's landmarks, iris and pupil as
 * discs around the axis of the eye, on the clear cornea too because it covers the iris.
 */
final class IctColours {
  private static final float[] SKIN = {0.78f, 0.60f, 0.51f};
  private static final float[] LIPS = {0.68f, 0.42f, 0.40f};
  private static final int LIP_FIRST = 48;
  private static final int LIP_POINTS = 12;
  private static final Map<String, float[]> PARTS =
      Map.ofEntries(
          Map.entry("mouth-socket", new float[] {0.42f, 0.20f, 0.19f}),
          Map.entry("eye-socket-left", new float[] {0.62f, 0.42f, 0.38f}),
          Map.entry("eye-socket-right", new float[] {0.62f, 0.42f, 0.38f}),
          Map.entry("gums-and-tongue", new float[] {0.66f, 0.36f, 0.36f}),
          Map.entry("teeth", new float[] {0.90f, 0.87f, 0.80f}));

  private static final float[] SCLERA = {0.74f, 0.70f, 0.67f};
  private static final float[] IRIS = {0.36f, 0.24f, 0.15f};
  private static final float[] PUPIL = {0.05f, 0.04f, 0.04f};
  private static final double IRIS_RADIUS = 5.9;
  private static final double PUPIL_RADIUS = 2;

  private IctColours() {}

  /** Returns sRGB colours {@code [V, 3]}. */
  static float[] byPart(
      float[] mean, Map<String, VertexSet> regions, Map<String, Integer> landmarks) {
    float[] colours = new float[mean.length];
    IntStream.range(0, mean.length / 3).forEach(v -> paint(colours, v, SKIN));
    regions.forEach(
        (name, region) -> {
          float[] colour = PARTS.get(name);
          if (colour != null) {
            region.stream().forEach(v -> paint(colours, v, colour));
          }
        });
    for (String side : new String[] {"-left", "-right"}) {
      VertexSet sclera = regions.get("sclera" + side);
      VertexSet iris = regions.get("iris" + side);
      if (sclera != null && iris != null) {
        float[] axis = middle(mean, sclera);
        sclera.stream().forEach(v -> eye(colours, mean, v, axis));
        iris.stream().forEach(v -> eye(colours, mean, v, axis));
      }
    }
    VertexSet face = regions.get("face");
    if (face != null) {
      float[] outline = outline(mean, landmarks);
      face.stream()
          .filter(v -> inside(outline, mean[3 * v], mean[3 * v + 1]))
          .forEach(v -> paint(colours, v, LIPS));
    }
    return colours;
  }

  private static void eye(float[] colours, float[] mean, int v, float[] axis) {
    double off = Math.hypot(mean[3 * v] - axis[0], mean[3 * v + 1] - axis[1]);
    boolean front = mean[3 * v + 2] > axis[2];
    float[] colour = off < PUPIL_RADIUS ? PUPIL : off < IRIS_RADIUS ? IRIS : SCLERA;
    paint(colours, v, front ? colour : SCLERA);
  }

  /** Returns the middle of the box around some vertices. */
  private static float[] middle(float[] mean, VertexSet set) {
    float[] middle = new float[3];
    for (int axis = 0; axis < 3; axis++) {
      int at = axis;
      double[] values = set.stream().mapToDouble(v -> mean[3 * v + at]).sorted().toArray();
      middle[axis] = (float) ((values[0] + values[values.length - 1]) / 2);
    }
    return middle;
  }

  private static void paint(float[] colours, int vertex, float[] colour) {
    System.arraycopy(colour, 0, colours, 3 * vertex, 3);
  }

  private static float[] outline(float[] mean, Map<String, Integer> landmarks) {
    float[] points = new float[2 * LIP_POINTS];
    for (int i = 0; i < LIP_POINTS; i++) {
      Integer vertex = landmarks.get(IctLandmarks.name(LIP_FIRST + i));
      if (vertex != null) {
        System.arraycopy(mean, 3 * vertex, points, 2 * i, 2);
      }
    }
    return points;
  }

  /** Whether a point lies inside a closed line: a ray from it crosses the line an odd number. */
  private static boolean inside(float[] line, float x, float y) {
    boolean inside = false;
    int before = line.length - 2;
    for (int i = 0; i < line.length; i += 2) {
      float y0 = line[before + 1];
      float y1 = line[i + 1];
      boolean crosses = (y0 > y) != (y1 > y);
      if (crosses && x < line[i] + (y - y1) / (y0 - y1) * (line[before] - line[i])) {
        inside = !inside;
      }
      before = i;
    }
    return inside;
  }
}
