package org.facerepro.face.truth;

import java.util.Arrays;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.face.draw.Spot;
import org.facerepro.face.draw.VisibleSurface;
import org.facerepro.face.head.Segment;

/**
 * Makes the maps of ground truth of one scene. A pixel's value belongs to the surface point that is
 * seen through the pixel's centre; values at vertices are interpolated over the triangle with the
 * perspective taken into account.
 *
 * <p>Cost: one pass over the pixels per map.
 */
public final class TruthMaps {
  /** The labels of segmentation maps: {@link Segment} in its order. */
  public static final Legend SEGMENTS =
      new Legend(
          Arrays.stream(Segment.values())
              .map(s -> new Legend.Entry(number(s), s.label(), s.rgb()))
              .toList());

  private final TruthScene scene;
  private final VisibleSurface surface;

  /** Makes the maps of a scene. */
  public TruthMaps(TruthScene scene) {
    this.scene = scene;
    this.surface = scene.surface();
  }

  /** Returns the kinds of map that the scene has. */
  public List<TruthKind> kinds() {
    return List.copyOf(scene.kinds());
  }

  /**
   * Returns a map of measures.
   *
   * @throws InvalidValueException if the scene does not know it, or it is one of labels
   */
  public FloatMap measured(TruthKind kind) {
    if (kind == TruthKind.DEPTH) {
      return fill(1, (spot, out) -> out[0] = 1 / spot.inverseDepth());
    }
    return fill(kind.channels(), scene.field(kind).orElseThrow(() -> unknown(kind)));
  }

  /**
   * Returns a map of labels.
   *
   * @throws InvalidValueException if the scene does not know it, or it is one of measures
   */
  public LabelMap labelled(TruthKind kind) {
    return switch (kind) {
      case SEGMENTATION -> {
        SegmentField field = scene.segments().orElseThrow(() -> unknown(kind));
        yield label(SEGMENTS, spot -> number(field.at(spot)));
      }
      case REGIONS -> {
        MeshRegions regions = scene.regions().orElseThrow(() -> unknown(kind));
        yield label(regions.legend(), regions::at);
      }
      default -> throw unknown(kind);
    };
  }

  @SuppressWarnings("EnumOrdinal") // the legend beside each map says which number is what
  private static int number(Segment segment) {
    return segment.ordinal();
  }

  private interface Labelling {
    int at(Spot spot);
  }

  private FloatMap fill(int channels, SurfaceField field) {
    float[] values = new float[surface.width() * surface.height() * channels];
    float[] out = new float[3];
    Spot spot = new Spot();
    int at = 0;
    for (int y = 0; y < surface.height(); y++) {
      for (int x = 0; x < surface.width(); x++, at += channels) {
        if (surface.look(x, y, spot)) {
          field.at(spot, out);
          System.arraycopy(out, 0, values, at, channels);
        }
      }
    }
    return FloatMap.takeOver(surface.width(), surface.height(), channels, values);
  }

  private LabelMap label(Legend legend, Labelling labelling) {
    byte[] labels = new byte[surface.width() * surface.height()];
    Spot spot = new Spot();
    int at = 0;
    for (int y = 0; y < surface.height(); y++) {
      for (int x = 0; x < surface.width(); x++, at++) {
        if (surface.look(x, y, spot)) {
          labels[at] = (byte) labelling.at(spot);
        }
      }
    }
    return LabelMap.copyOf(surface.width(), surface.height(), labels, legend);
  }

  private static InvalidValueException unknown(TruthKind kind) {
    return new InvalidValueException("kind", "a map of this sort that the scene has", kind.label());
  }
}
