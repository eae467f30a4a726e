package org.facerepro.plot;

import java.util.List;

/** Draws numbers with their intervals, series by series; colour and form tell series apart. */
final class Marks {
  /** Told apart by people with every kind of colour vision (Okabe and Ito 2008). */
  static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  private static final int FORMS = 4;
  private static final double SIZE = 4.5;
  private static final double CAP = 4;

  private final Svg svg;

  Marks(Svg svg) {
    this.svg = svg;
  }

  static String colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  /** Draws the sign of a series with its middle at a point. */
  void sign(int series, double x, double y) {
    String colour = colour(series);
    switch (series % FORMS) {
      case 0 -> svg.disc(x, y, SIZE, colour);
      case 1 -> svg.box(x - SIZE + 0.5, y - SIZE + 0.5, 2 * SIZE - 1, 2 * SIZE - 1, colour);
      case 2 -> svg.polygon(triangle(x, y), colour);
      default -> svg.polygon(diamond(x, y), colour);
    }
  }

  private static String triangle(double x, double y) {
    return Svg.point(x - SIZE - 0.5, y + SIZE)
        + Svg.point(x + SIZE + 0.5, y + SIZE)
        + Svg.point(x, y - SIZE - 0.5);
  }

  private static String diamond(double x, double y) {
    double reach = SIZE + 1;
    return Svg.point(x - reach, y)
        + Svg.point(x, y - reach)
        + Svg.point(x + reach, y)
        + Svg.point(x, y + reach);
  }

  /** Draws an upright interval. */
  void whisker(double x, double low, double high, String colour) {
    svg.line(x, low, x, high, colour);
    svg.line(x - CAP, low, x + CAP, low, colour);
    svg.line(x - CAP, high, x + CAP, high, colour);
  }
}
