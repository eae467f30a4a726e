package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Require;
import org.facerepro.face.draw.Spot;
import org.facerepro.face.model.VertexSet;

/**
 * The named parts of a mesh, one for each vertex. A place belongs to the part of the corner that
 * has the largest share in it. Immutable.
 */
public final class MeshRegions {
  /** Name of label 0: vertices of no part, and pixels where nothing is seen. */
  public static final String NONE = "none";

  private static final double GOLDEN_ANGLE = 137.50776405003785;

  private final byte[] labels;
  private final Legend legend;

  private MeshRegions(byte[] labels, Legend legend) {
    this.labels = labels;
    this.legend = legend;
  }

  /**
   * Gives each vertex the first part that holds it.
   *
   * @param parts in the order of their labels, from 1; at most 255
   */
  public static MeshRegions of(int vertexCount, Map<String, VertexSet> parts) {
    byte[] labels = new byte[vertexCount];
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry(0, NONE, 0));
    for (Map.Entry<String, VertexSet> part : parts.entrySet()) {
      int label = entries.size();
      entries.add(new Legend.Entry(label, part.getKey(), colour(label)));
      Require.that(
          part.getValue().end() <= vertexCount,
          part.getKey(),
          "vertices below " + vertexCount,
          part.getValue().end() - 1);
      part.getValue().stream().filter(v -> labels[v] == 0).forEach(v -> labels[v] = (byte) label);
    }
    return new MeshRegions(labels, new Legend(entries));
  }

  /** Colours far apart in hue for neighbours in the list. */
  private static int colour(int label) {
    double hue = label * GOLDEN_ANGLE % 360 / 60;
    double x = 1 - Math.abs(hue % 2 - 1);
    double[][] corners = {{1, x, 0}, {x, 1, 0}, {0, 1, x}, {0, x, 1}, {x, 0, 1}, {1, 0, x}};
    return Arrays.stream(corners[(int) hue])
        .mapToInt(c -> (int) Math.round(55 + 200 * c))
        .reduce(0, (rgb, c) -> rgb << 8 | c);
  }

  public Legend legend() {
    return legend;
  }

  /** Returns the label of a place. */
  public int at(Spot spot) {
    return labels[spot.nearestVertex()] & 0xff;
  }
}
