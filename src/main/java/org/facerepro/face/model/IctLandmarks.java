package org.facerepro.face.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facerepro.core.CorruptDataException;

/**
 * Names for the 68 landmarks of ICT-FaceKit: {@code multipie68.00} to {@code multipie68.67} in the
 * order of the Multi-PIE mark-up, and beside them those of the Basel Face Model that are the same
 * places. Left and right are the subject's own.
 */
final class IctLandmarks {
  static final int COUNT = 68;

  private static final Map<String, Integer> BASEL_NAMES =
      Map.ofEntries(
          Map.entry("center.chin.tip", 8),
          Map.entry("right.eyebrow.bend.lower", 19),
          Map.entry("right.eyebrow.inner_lower", 21),
          Map.entry("left.eyebrow.inner_lower", 22),
          Map.entry("left.eyebrow.bend.lower", 24),
          Map.entry("center.nose.tip", 30),
          Map.entry("right.nose.wing.tip", 31),
          Map.entry("left.nose.wing.tip", 35),
          Map.entry("right.eye.corner_outer", 36),
          Map.entry("right.eye.corner_inner", 39),
          Map.entry("left.eye.corner_inner", 42),
          Map.entry("left.eye.corner_outer", 45),
          Map.entry("right.lips.corner", 48),
          Map.entry("left.lips.corner", 54),
          Map.entry("center.lips.lower.inner", 66));

  private IctLandmarks() {}

  /** Returns the name of landmark {@code i} of 68. */
  static String name(int i) {
    return String.format("multipie68.%02d", i);
  }

  static Map<String, Integer> named(
      int[] vertices, float[] mean, Map<String, VertexSet> regions, String where) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int i = 0; i < vertices.length; i++) {
      if (vertices[i] < 0 || vertices[i] >= mean.length / 3) {
        throw new CorruptDataException(
            "%s: landmark %d is vertex %d, the neutral mesh has %d"
                .formatted(where, i, vertices[i], mean.length / 3));
      }
      names.put(name(i), vertices[i]);
    }
    BASEL_NAMES.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(basel -> names.put(basel.getKey(), vertices[basel.getValue()]));
    for (String side : new String[] {"right", "left"}) {
      VertexSet iris = regions.get("iris-" + side);
      if (iris != null) {
        names.put(side + ".eye.pupil.center", foremost(iris, mean));
      }
    }
    return names;
  }

  private static int foremost(VertexSet set, float[] mean) {
    return set.stream()
        .reduce((a, b) -> mean[3 * b + 2] > mean[3 * a + 2] ? b : a)
        .orElseThrow(() -> new IllegalStateException("a region has vertices"));
  }
}
