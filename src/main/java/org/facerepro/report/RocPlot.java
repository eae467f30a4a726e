package org.facerepro.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facerepro.metric.OperatingPoint;
import org.facerepro.metric.RocCurve;

/**
 * A ROC plot: true accept rate over false accept rate, the latter on a logarithmic axis that ends
 * where the largest set of impostor comparisons no longer resolves it.
 */
public final class RocPlot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 480;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 44;
  private static final int BOTTOM = 60;
  private static final int LEGEND_STEP = 20;
  private static final int TAR_STEPS = 10;
  private static final double SMALLEST_STEP = 0.5;
  private static final String GRID = "#dddddd";
  private static final String AXIS = "#333333";
  private static final String CHANCE = "#999999";

  /** Told apart by people with every kind of colour vision (Okabe and Ito 2008). */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  private final Svg svg = new Svg(WIDTH, HEIGHT);
  private final int decades;

  private RocPlot(int decades) {
    this.decades = decades;
  }

  /**
   * Draws curves.
   *
   * @param title heading
   * @param curves by the name shown in the legend, in drawing order
   * @return an SVG document
   */
  public static String of(String title, Map<String, RocCurve> curves) {
    int impostors = curves.values().stream().mapToInt(RocCurve::impostor).max().orElse(10);
    int decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(10, impostors))));
    RocPlot plot = new RocPlot(decades);
    plot.drawAxes(title);
    plot.drawChance();
    List<String> names = new ArrayList<>(curves.keySet());
    for (int i = 0; i < names.size(); i++) {
      RocCurve curve = curves.get(names.get(i));
      if (curve != null && curve.hasBothClasses()) {
        plot.drawCurve(curve, COLOURS.get(i % COLOURS.size()));
      }
      plot.drawLegend(names.size() - 1 - i, names.get(i), COLOURS.get(i % COLOURS.size()));
    }
    return plot.svg.document();
  }

  private void drawAxes(String title) {
    svg.text(WIDTH / 2.0, TOP - 18.0, "middle", title);
    for (int decade = 0; decade <= decades; decade++) {
      double far = Math.pow(10, -decade);
      svg.line(x(far), TOP, x(far), HEIGHT - BOTTOM, GRID);
      String label =
          decade < 3 ? String.format(Locale.ROOT, "%." + decade + "f", far) : "1e-" + decade;
      svg.text(x(far), HEIGHT - BOTTOM + 18.0, "middle", label);
    }
    for (int step = 0; step <= TAR_STEPS; step++) {
      double tar = (double) step / TAR_STEPS;
      svg.line(LEFT, y(tar), WIDTH - RIGHT, y(tar), GRID);
      svg.text(LEFT - 8.0, y(tar) + 4, "end", String.format(Locale.ROOT, "%.1f", tar));
    }
    svg.line(LEFT, TOP, LEFT, HEIGHT - BOTTOM, AXIS);
    svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, AXIS);
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 18.0, "middle", "false accept rate");
    svg.uprightText(22, (TOP + HEIGHT - BOTTOM) / 2.0, "true accept rate");
  }

  private void drawChance() {
    StringBuilder points = new StringBuilder();
    for (double exponent = -decades; exponent <= 0; exponent += 0.05) {
      double rate = Math.pow(10, exponent);
      points.append(Svg.point(x(rate), y(rate)));
    }
    svg.polyline(points.toString(), CHANCE);
  }

  /** Draws the stairs, leaving out corners that lie within half a pixel of the last one. */
  private void drawCurve(RocCurve curve, String colour) {
    StringBuilder points = new StringBuilder();
    double lastX = Double.NaN;
    double lastY = y(0);
    for (int i = 0; i < curve.size(); i++) {
      OperatingPoint point = curve.point(i);
      double x = x(point.far());
      double y = y(point.tar());
      boolean end = i == curve.size() - 1;
      if (point.far() == 0) {
        lastY = y;
      } else if (end || !(Math.hypot(x - lastX, y - lastY) < SMALLEST_STEP)) {
        points.append(Svg.point(x, lastY)).append(Svg.point(x, y));
        lastX = x;
        lastY = y;
      }
    }
    svg.polyline(points.toString(), colour);
  }

  private void drawLegend(int position, String name, String colour) {
    double y = HEIGHT - BOTTOM - 16.0 - (double) position * LEGEND_STEP;
    double x = WIDTH - RIGHT - 12.0;
    svg.text(x - 34, y + 4, "end", name);
    svg.line(x - 26, y, x, y, colour);
    svg.line(x - 26, y + 1, x, y + 1, colour);
  }

  private double x(double far) {
    double exponent = Math.max(-decades, Math.log10(far));
    return LEFT + (exponent + decades) / decades * (WIDTH - RIGHT - LEFT);
  }

  private static double y(double tar) {
    return HEIGHT - BOTTOM - tar * (HEIGHT - BOTTOM - TOP);
  }
}
