package org.facerepro.face.truth;

import java.util.Map;
import org.facerepro.image.MapPng;

/**
 * Maps as PNG files that say themselves what their samples mean.
 *
 * <p>Measures have 16 bits: depth, places on the mean head, albedo and illumination by a {@link
 * SampleCode} that stands in the file as the texts {@code value-offset}, {@code value-scale} and
 * {@code value-unit}; normals by {@code sample = round(32767.5 · (n + 1))}. Sample 0 in every
 * channel marks pixels where nothing is seen. Labels have one byte and a palette; what they stand
 * for is told by {@link Legend#toJson()}.
 */
public final class TruthPng {
  private TruthPng() {}

  /**
   * Returns a map of a scene as the bytes of a PNG file.
   *
   * @throws org.facerepro.core.InvalidValueException if the scene does not know the map
   */
  public static byte[] encode(TruthMaps maps, TruthKind kind) {
    if (kind.labelled()) {
      LabelMap map = maps.labelled(kind);
      return MapPng.indexed(
          map.width(),
          map.height(),
          map.toBytes(),
          map.legend().palette(),
          Map.of("Title", kind.label()));
    }
    return encode(maps.measured(kind), kind);
  }

  /** Returns a map of measures as the bytes of a PNG file. */
  public static byte[] encode(FloatMap map, TruthKind kind) {
    return switch (kind) {
      case DEPTH -> coded(map, kind, SampleCode.ofDepth(map), "mm");
      case CORRESPONDENCE -> coded(map, kind, SampleCode.PLACE, "mm");
      case ALBEDO -> coded(map, kind, SampleCode.ALBEDO, "1");
      case ILLUMINATION -> coded(map, kind, SampleCode.LIGHT, "1");
      case NORMALS -> coded(map, kind, new SampleCode(-1, 2.0 / 65535), "1");
      case REGIONS, SEGMENTATION ->
          throw new IllegalArgumentException(kind.label() + " is a map of labels");
    };
  }

  private static byte[] coded(FloatMap map, TruthKind kind, SampleCode code, String unit) {
    short[] samples = kind == TruthKind.NORMALS ? TruthPictures.normals16(map) : code.samples(map);
    return MapPng.of16Bits(
        map.width(),
        map.height(),
        map.channels(),
        samples,
        Map.of(
            "Title", kind.label(),
            "value-offset", Double.toString(code.offset()),
            "value-scale", Double.toString(code.scale()),
            "value-unit", unit));
  }
}
