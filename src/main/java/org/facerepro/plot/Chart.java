package org.facerepro.plot;

import java.util.ArrayList;
import java.util.List;

/** A frame with two axes into which curves and bars are drawn. */
public final class Chart {
  /** Where the names of curves stand. */
  public enum Legend {
    BOTTOM_RIGHT,
    TOP_RIGHT
  }

  static final int WIDTH = 720;
  private static final int HEIGHT = 480;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 44;
  private static final int BOTTOM = 60;
  private static final int LEGEND_STEP = 20;
  private static final double SMALLEST_STEP = 0.5;
  private static final String GRID = "#dddddd";
  private static final String AXIS = "#333333";
  private static final String REFERENCE = "#999999";

  private final Svg svg;
  private final Axis horizontal;
  private final Axis vertical;
  private final int top;
  private final int bottom;
  private final List<String> names = new ArrayList<>();

  /** Makes a chart that is a document of its own. */
  public Chart(String title, Axis horizontal, Axis vertical) {
    this(new Svg(WIDTH, HEIGHT), 0, HEIGHT, title, horizontal, vertical);
  }

  /** Makes a chart that takes the whole width of a document from {@code from} to {@code to}. */
  Chart(Svg svg, int from, int to, String title, Axis horizontal, Axis vertical) {
    this.svg = svg;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.top = from + TOP;
    this.bottom = to - BOTTOM;
    svg.text(WIDTH / 2.0, top - 18.0, "middle", title);
    drawGrid();
    svg.line(LEFT, top, LEFT, bottom, AXIS);
    svg.line(LEFT, bottom, WIDTH - RIGHT, bottom, AXIS);
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, to - 18.0, "middle", horizontal.title());
    svg.uprightText(22, (top + bottom) / 2.0, vertical.title());
  }

  private void drawGrid() {
    for (Axis.Tick tick : horizontal.ticks()) {
      double x = x(tick.value());
      svg.line(x, top, x, bottom, GRID);
      svg.text(x, bottom + 18.0, "middle", tick.label());
    }
    for (Axis.Tick tick : vertical.ticks()) {
      double y = y(tick.value());
      svg.line(LEFT, y, WIDTH - RIGHT, y, GRID);
      svg.text(LEFT - 8.0, y + 4, "end", tick.label());
    }
  }

  /** Draws a grey line without a name. */
  public void reference(Curve curve) {
    svg.polyline(joined(curve, false), REFERENCE);
  }

  /** Draws a curve whose points are joined by straight lines; an empty one only gets its name. */
  public void line(String name, Curve curve) {
    draw(name, joined(curve, false));
  }

  /** Draws a curve that keeps its height until the next point; see {@link #line}. */
  public void stairs(String name, Curve curve) {
    draw(name, joined(curve, true));
  }

  /** Draws points joined by straight lines, each with a dot; see {@link #line}. */
  public void dots(String name, Curve curve) {
    String colour = nextColour();
    line(name, curve);
    for (int i = 0; i < curve.size(); i++) {
      svg.dot(x(curve.x(i)), y(curve.y(i)), colour);
    }
  }

  private void draw(String name, String points) {
    String colour = nextColour();
    names.add(name);
    if (!points.isEmpty()) {
      svg.polyline(points, colour);
    }
  }

  /** Draws bars of equal width from {@code start} on, {@code heights[i]} high. */
  public void bars(String name, double start, double width, double[] heights) {
    String colour = nextColour();
    names.add(name);
    for (int i = 0; i < heights.length; i++) {
      double from = x(start + i * width);
      double top = y(heights[i]);
      if (heights[i] > 0) {
        svg.rectangle(from, top, x(start + (i + 1) * width) - from, y(0) - top, colour);
      }
    }
  }

  private String nextColour() {
    return Marks.colour(names.size());
  }

  /** Joins points, leaving out those that lie within half a pixel of the last one. */
  private String joined(Curve curve, boolean stairs) {
    StringBuilder points = new StringBuilder();
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    for (int i = 0; i < curve.size(); i++) {
      double x = x(curve.x(i));
      double y = y(curve.y(i));
      boolean end = i == curve.size() - 1;
      if (end || !(Math.hypot(x - lastX, y - lastY) < SMALLEST_STEP)) {
        if (stairs && !Double.isNaN(lastY)) {
          points.append(Svg.point(x, lastY));
        }
        points.append(Svg.point(x, y));
        lastX = x;
        lastY = y;
      }
    }
    return points.toString();
  }

  /** Returns the SVG document with the names of what was drawn. */
  public String document(Legend legend) {
    name(legend);
    return svg.document();
  }

  /** Writes the names of what was drawn. */
  public void name(Legend legend) {
    for (int i = 0; i < names.size(); i++) {
      double y =
          legend == Legend.TOP_RIGHT
              ? top + 16.0 + (double) i * LEGEND_STEP
              : bottom - 16.0 - (double) (names.size() - 1 - i) * LEGEND_STEP;
      double x = WIDTH - RIGHT - 12.0;
      String colour = Marks.colour(i);
      svg.text(x - 34, y + 4, "end", names.get(i));
      svg.line(x - 26, y, x, y, colour);
      svg.line(x - 26, y + 1, x, y + 1, colour);
    }
  }

  private double x(double value) {
    return LEFT + horizontal.position(value) * (WIDTH - RIGHT - LEFT);
  }

  private double y(double value) {
    return bottom - vertical.position(value) * (bottom - top);
  }
}
