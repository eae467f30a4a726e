package org.facerepro.face.basel.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Require;
import org.facerepro.core.TextFile;

/**
 * The numbers of one picture in one line: yaw, pitch, roll (radians), translation (mm), principal
 * point, focal length, sensor size, shape, colour and expression coefficients, and nine spherical
 * harmonics of red, green and blue.
 *
 * <p>Our reading of the peer's file: angles as in its render parameters, light harmonic by harmonic
 * with the three colours together. Numbers are written so that they read back to the same value.
 *
 * @param layout how many numbers each block has
 * @param values the numbers in their order
 */
public record CsvRow(CsvLayout layout, List<Double> values) {
  private static final int HARMONICS = 9;

  public CsvRow {
    values = List.copyOf(values);
    Require.that(
        values.size() == layout.columns(), "values", layout.columns() + " numbers", values.size());
  }

  /**
   * Takes the numbers of render parameters over; harmonics that they lack are 0.
   *
   * @throws org.facerepro.core.InvalidValueException if the coefficients do not fit the layout
   */
  public static CsvRow of(RenderParameters p, CsvLayout layout) {
    List<Double> row = new ArrayList<>(layout.columns());
    row.addAll(List.of(p.pose().yaw(), p.pose().pitch(), p.pose().roll()));
    row.addAll(p.pose().translation().toList());
    row.addAll(p.camera().principalPoint().toList());
    row.add(p.camera().focalLength());
    row.addAll(p.camera().sensorSize().toList());
    addBlock(row, "shape", p.momo().shape(), layout.shape());
    addBlock(row, "color", p.momo().color(), layout.colour());
    addBlock(row, "expression", p.momo().expression(), layout.expression());
    List<Triple> light = p.environmentMap().coefficients();
    for (int i = 0; i < HARMONICS; i++) {
      row.addAll((i < light.size() ? light.get(i) : Triple.ZERO).toList());
    }
    return new CsvRow(layout, row);
  }

  private static void addBlock(List<Double> row, String key, List<Double> values, int dimension) {
    boolean meanOnly = dimension == 0 && values.stream().allMatch(v -> v == 0);
    Require.that(
        meanOnly || values.size() == dimension, key, dimension + " coefficients", values.size());
    row.addAll(dimension == 0 ? List.of(0.0) : values);
  }

  /** Returns pose, camera, coefficients and soft light as render parameters of a picture. */
  public RenderParameters toParameters(RenderParameters.ImageSize size) {
    int colourAt = CsvLayout.POSE_AND_CAMERA + CsvLayout.held(layout.shape());
    int expressionAt = colourAt + CsvLayout.held(layout.colour());
    int lightAt = expressionAt + CsvLayout.held(layout.expression());
    List<Triple> light = new ArrayList<>();
    for (int i = lightAt; i < values.size(); i += 3) {
      light.add(Triple.of(values.subList(i, i + 3)));
    }
    return new RenderParameters(
        new RenderParameters.Pose(
            1, Triple.of(values.subList(3, 6)), values.get(2), values.get(0), values.get(1)),
        RenderParameters.View.ORIGIN,
        new RenderParameters.Camera(
            values.get(8),
            Pair.of(values.subList(6, 8)),
            Pair.of(values.subList(9, 11)),
            10,
            1e6,
            false),
        new RenderParameters.EnvironmentMap(light),
        RenderParameters.DirectionalLight.OFF,
        new RenderParameters.Momo(
            block(CsvLayout.POSE_AND_CAMERA, layout.shape()),
            block(colourAt, layout.colour()),
            block(expressionAt, layout.expression()),
            ""),
        size,
        RenderParameters.ColorTransform.NEUTRAL,
        RenderParameters.VERSION);
  }

  private List<Double> block(int from, int dimension) {
    return values.subList(from, from + CsvLayout.held(dimension));
  }

  /** Returns the row as text with its line end. */
  public String toText() {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "", "\n"));
  }

  /** Writes a file of this one row. */
  public void write(Path file) {
    AtomicFiles.writeFile(file, toText().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads a file of one row.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is none
   * @throws CorruptDataException if it has another number of rows or columns, or what is no finite
   *     number
   */
  public static CsvRow read(Path file, CsvLayout layout) {
    List<Double> values = new ArrayList<>(layout.columns());
    TextFile.forEachLine(
        file,
        (number, text) -> {
          if (number > 1 && !text.isBlank()) {
            throw new CorruptDataException(file + " has more than one row");
          }
          if (!text.isBlank()) {
            String[] columns = text.split(",", -1);
            for (int i = 0; i < columns.length; i++) {
              values.add(number(columns[i].strip(), file + ", column " + (i + 1)));
            }
          }
        });
    if (values.size() != layout.columns()) {
      throw new CorruptDataException(
          "%s has %d numbers, expected %d for %d shape, %d colour and %d expression components"
              .formatted(
                  file,
                  values.size(),
                  layout.columns(),
                  layout.shape(),
                  layout.colour(),
                  layout.expression()));
    }
    return new CsvRow(layout, values);
  }

  static double number(String text, String where) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new CorruptDataException("%s: '%s' is no number".formatted(where, text), e);
    }
    throw new CorruptDataException("%s: '%s' is no finite number".formatted(where, text));
  }
}
