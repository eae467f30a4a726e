package org.facerepro.face.basel.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Require;
import org.facerepro.core.TextFile;
import org.facerepro.face.truth.Landmark;

/**
 * Landmarks of one picture, one a line: name, visible (0 or 1), x, y in pixels, parted by blanks.
 */
public final class TlmsFile {
  private TlmsFile() {}

  /**
   * One line.
   *
   * @param name without blanks
   * @param visible whether the point is seen
   * @param x pixels from the left edge
   * @param y pixels from the upper edge
   */
  public record Point(String name, boolean visible, double x, double y) {
    public Point {
      Require.that(
          !name.isEmpty() && name.chars().noneMatch(Character::isWhitespace),
          "name",
          "a name without blanks",
          "'" + name + "'");
      Require.that(Double.isFinite(x), "x", "a finite number", x);
      Require.that(Double.isFinite(y), "y", "a finite number", y);
    }

    /** Takes a landmark of a picture over. */
    public static Point of(Landmark landmark) {
      return new Point(landmark.name(), landmark.visible(), landmark.x(), landmark.y());
    }
  }

  /** Returns the lines of some landmarks. */
  public static String toText(List<Point> points) {
    StringBuilder text = new StringBuilder();
    for (Point p : points) {
      text.append(p.name()).append(p.visible() ? " 1 " : " 0 ");
      text.append(p.x()).append(' ').append(p.y()).append('\n');
    }
    return text.toString();
  }

  /** Writes a file. */
  public static void write(Path file, List<Point> points) {
    AtomicFiles.writeFile(file, toText(points).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a file.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is none
   * @throws CorruptDataException if a line has not four fields, or one that cannot be; names the
   *     line
   */
  public static List<Point> read(Path file) {
    List<Point> points = new ArrayList<>();
    TextFile.forEachLine(
        file,
        (number, text) -> {
          if (!text.isBlank()) {
            points.add(point(text.strip().split("\\s+"), file + ", line " + number));
          }
        });
    return List.copyOf(points);
  }

  private static Point point(String[] fields, String where) {
    if (fields.length != 4) {
      throw new CorruptDataException(
          "%s: expected name, visible, x, y, got %d fields".formatted(where, fields.length));
    }
    if (!fields[1].equals("0") && !fields[1].equals("1")) {
      throw new CorruptDataException(
          "%s: visible must be 0 or 1, got '%s'".formatted(where, fields[1]));
    }
    return new Point(
        fields[0],
        fields[1].equals("1"),
        CsvRow.number(fields[2], where + ", x"),
        CsvRow.number(fields[3], where + ", y"));
  }
}
