package org.facerepro.face.truth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facerepro.core.Json;
import org.facerepro.core.Require;

/**
 * What the labels of a map stand for: label {@code i} is entry {@code i}, of at most 256.
 *
 * @param entries name and colour of each label
 */
public record Legend(List<Entry> entries) {
  /** Kind and version of the written form. */
  public static final String SCHEMA = "facerepro/label-legend/v1";

  private static final int LIMIT = 256;
  private static final int COLOURS = 1 << 24;

  /**
   * One label.
   *
   * @param label number in the map
   * @param name written name
   * @param rgb colour in pictures of the map, {@code 0xRRGGBB}
   */
  public record Entry(int label, String name, int rgb) {
    public Entry {
      Require.text("name", name);
      Require.between("rgb", rgb, 0, COLOURS - 1L);
    }
  }

  private record Written(String schema, List<WrittenEntry> labels) {}

  private record WrittenEntry(int label, String name, String colour) {}

  public Legend {
    entries = List.copyOf(entries);
    Require.between("entries", entries.size(), 1, LIMIT);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      Require.that(entries.get(i).label() == i, "entries", "label " + i, entries.get(i).label());
      Require.that(
          names.add(entries.get(i).name()), "entries", "distinct names", entries.get(i).name());
    }
  }

  /** Returns the number of labels. */
  public int size() {
    return entries.size();
  }

  /** Returns the palette: red, green and blue of each label, 0 to 255. */
  public byte[] palette() {
    byte[] palette = new byte[3 * size()];
    for (int i = 0; i < size(); i++) {
      int rgb = entries.get(i).rgb();
      palette[3 * i] = (byte) (rgb >> 16);
      palette[3 * i + 1] = (byte) (rgb >> 8);
      palette[3 * i + 2] = (byte) rgb;
    }
    return palette;
  }

  /** Returns the legend as JSON: number, name and colour ({@code #rrggbb}) of each label. */
  public byte[] toJson() {
    return Json.pretty(
        new Written(
            SCHEMA,
            entries.stream()
                .map(e -> new WrittenEntry(e.label(), e.name(), "#%06x".formatted(e.rgb())))
                .toList()));
  }
}
