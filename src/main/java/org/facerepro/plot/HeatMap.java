package org.facerepro.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facerepro.core.Require;

/**
 * Tables of numbers from 0 to 1, each cell with its number on a colour that is darker the larger it
 * is; one table for each series, side by side where they fit.
 */
public final class HeatMap {
  private static final int LEFT = 62;
  private static final int RIGHT = 16;
  private static final int TOP = 40;
  private static final int NAME = 24;
  private static final int CELL_HEIGHT = 24;
  private static final int BELOW = 48;

  /** Pixels that a number of two decimals needs. */
  private static final int CELL_WIDTH = 34;

  /** From here on white is easier to read than black. */
  private static final double DARK = 0.55;

  private static final String NOTHING = "#eeeeee";
  private static final int[] FULL = {0, 68, 120};

  private final String title;
  private final String x;
  private final List<String> columns;
  private final String y;
  private final List<String> rows;
  private final List<String> names = new ArrayList<>();
  private final List<double[][]> tables = new ArrayList<>();

  /**
   * Makes a plot without tables.
   *
   * @param x what the columns are
   * @param y what the rows are
   */
  public HeatMap(String title, String x, List<String> columns, String y, List<String> rows) {
    this.title = title;
    this.x = x;
    this.columns = List.copyOf(columns);
    this.y = y;
    this.rows = List.copyOf(rows);
  }

  /**
   * Adds a table.
   *
   * @param values {@code [rows, columns]}, from 0 to 1; NaN where nothing was measured
   */
  public void add(String name, double[][] values) {
    double[][] copy = new double[rows.size()][];
    Require.that(values.length == rows.size(), "values", rows.size() + " rows", values.length);
    for (int r = 0; r < copy.length; r++) {
      int size = values[r].length;
      Require.that(size == columns.size(), "values", columns.size() + " columns", size);
      copy[r] = values[r].clone();
    }
    names.add(name);
    tables.add(copy);
  }

  /** Returns the SVG document. */
  public String document() {
    int across = across();
    int down = (tables.size() + across - 1) / across;
    Svg svg = new Svg(Chart.WIDTH, TOP + down * panelHeight());
    svg.text(Chart.WIDTH / 2.0, 26, "middle", title);
    for (int t = 0; t < tables.size(); t++) {
      double left = LEFT + (double) (t % across) * Chart.WIDTH / across;
      int top = TOP + t / across * panelHeight();
      panel(svg, left, top, names.get(t), tables.get(t));
    }
    return svg.document();
  }

  private int across() {
    boolean fits = columns.size() * CELL_WIDTH + LEFT + RIGHT <= Chart.WIDTH / 2;
    return fits && tables.size() > 1 ? 2 : 1;
  }

  private int panelHeight() {
    return NAME + rows.size() * CELL_HEIGHT + BELOW;
  }

  private void panel(Svg svg, double left, int top, String name, double[][] values) {
    double width = ((double) Chart.WIDTH / across() - LEFT - RIGHT) / columns.size();
    double first = (double) top + NAME;
    double middle = left + columns.size() * width / 2;
    double bottom = first + (double) rows.size() * CELL_HEIGHT;
    svg.text(middle, first - 8, "middle", name);
    for (int r = 0; r < rows.size(); r++) {
      double y = first + (double) r * CELL_HEIGHT;
      svg.text(left - 8, y + CELL_HEIGHT - 7, "end", rows.get(r));
      for (int c = 0; c < columns.size(); c++) {
        cell(svg, left + c * width, y, width, values[r][c]);
      }
    }
    for (int c = 0; c < columns.size(); c++) {
      svg.text(left + (c + 0.5) * width, bottom + 16, "middle", columns.get(c));
    }
    svg.text(middle, bottom + 33, "middle", x);
    svg.uprightText(left - 44, (first + bottom) / 2, y);
  }

  private static void cell(Svg svg, double x, double y, double width, double value) {
    boolean measured = !Double.isNaN(value);
    svg.box(x + 0.5, y + 0.5, width - 1, CELL_HEIGHT - 1.0, measured ? colour(value) : NOTHING);
    if (measured) {
      String number = String.format(Locale.ROOT, "%.2f", value);
      String fill = value > DARK ? "white" : "black";
      svg.text(x + width / 2, y + CELL_HEIGHT - 7, "middle", fill, number);
    }
  }

  /** Returns a colour between white and blue; equal steps of the number are equal steps of it. */
  private static String colour(double value) {
    double share = Math.min(1, Math.max(0, value));
    return String.format(
        Locale.ROOT, "#%02x%02x%02x", mixed(share, 0), mixed(share, 1), mixed(share, 2));
  }

  private static int mixed(double share, int channel) {
    return (int) Math.round(255 - share * (255 - FULL[channel]));
  }
}
