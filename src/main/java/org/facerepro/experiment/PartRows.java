package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.facerepro.core.CorruptDataException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;

/**
 * Which part each row of stored arrays is of: {@code part.npy} int32 {@code [n]}, places in {@code
 * parts.json}. A part that is a mean over others has no rows of its own.
 */
final class PartRows {
  static final String FILE = "part.npy";

  private PartRows() {}

  /**
   * Writes the parts of rows that lie together by part.
   *
   * @param sizes number of rows of each part in the order of their names, 0 for a mean
   */
  static void write(Path folder, int[] sizes) {
    int[] parts = new int[Arrays.stream(sizes).reduce(0, Math::addExact)];
    int from = 0;
    for (int part = 0; part < sizes.length; part++) {
      Arrays.fill(parts, from, from + sizes[part], part);
      from += sizes[part];
    }
    Npy.write(folder.resolve(FILE), NpyArray.ofInts(parts, parts.length));
  }

  /**
   * Reads which rows each part has, in the order of the names; none where it is a mean.
   *
   * @param what a row is, such as a comparison
   * @param rows how many there must be
   * @param means names of the parts that are means
   * @throws CorruptDataException if a row is of no part or of a mean, or another part has no rows
   */
  static int[][] read(Path folder, String what, int rows, List<String> names, Set<String> means) {
    long[] places = Npy.read(folder.resolve(FILE)).longs();
    if (places.length != rows) {
      throw new CorruptDataException(folder + ": the arrays of " + what + "s differ in length");
    }
    int[] sizes = new int[names.size()];
    for (long place : places) {
      if (place < 0 || place >= sizes.length || means.contains(names.get((int) place))) {
        throw new CorruptDataException("%s: a %s is of part %d".formatted(folder, what, place));
      }
      sizes[(int) place]++;
    }
    for (int part = 0; part < sizes.length; part++) {
      if (sizes[part] == 0 && !means.contains(names.get(part))) {
        throw new CorruptDataException(
            "%s: part '%s' has no %ss".formatted(folder, names.get(part), what));
      }
    }
    return rows(places, sizes);
  }

  private static int[][] rows(long[] places, int[] sizes) {
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, part -> new int[sizes[part]]);
    int[] filled = new int[sizes.length];
    for (int row = 0; row < places.length; row++) {
      int part = (int) places[row];
      rows[part][filled[part]++] = row;
    }
    return rows;
  }
}
