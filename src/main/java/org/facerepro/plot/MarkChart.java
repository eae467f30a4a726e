package org.facerepro.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of measured numbers with their intervals, with the names of its series below it, where
 * they hide nothing.
 */
public final class MarkChart {
  private static final int HEIGHT = 440;
  private static final int LEFT = 78;
  private static final int RIGHT = 20;
  private static final int TOP = 46;
  private static final int BELOW = 50;
  private static final int LINE = 16;
  private static final int LEGEND_STEP = 22;
  private static final int COLUMN_CHARACTERS = 40;

  /** Pixels between two series at one place, so that no interval hides another. */
  private static final double ASIDE = 4;

  private static final String GRID = "#dddddd";
  private static final String AXIS = "#333333";

  private final Axis horizontal;
  private final Axis vertical;
  private final String title;
  private final List<String> names = new ArrayList<>();
  private final List<List<Mark>> series = new ArrayList<>();

  public MarkChart(String title, Axis horizontal, Axis vertical) {
    this.title = title;
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Adds a series; one without marks only gets its name. */
  public void add(String name, List<Mark> marks) {
    names.add(name);
    series.add(List.copyOf(marks));
  }

  /** Returns an SVG document in which the marks of a series are joined by lines. */
  public String lines() {
    Svg svg = frame();
    Marks marks = new Marks(svg);
    for (int s = 0; s < series.size(); s++) {
      double aside = (s - (series.size() - 1) / 2.0) * ASIDE;
      StringBuilder points = new StringBuilder();
      for (Mark mark : series.get(s)) {
        double x = x(mark.x()) + aside;
        points.append(Svg.point(x, y(mark.y())));
        if (mark.hasRange()) {
          marks.whisker(x, y(mark.low()), y(mark.high()), Marks.colour(s));
        }
      }
      if (!points.isEmpty()) {
        svg.polyline(points.toString(), Marks.colour(s));
      }
      for (Mark mark : series.get(s)) {
        marks.sign(s, x(mark.x()) + aside, y(mark.y()));
      }
    }
    return legend(svg, false);
  }

  /** Returns an SVG document in which every mark is the end of a bar; x is the place's middle. */
  public String bars() {
    Svg svg = frame();
    Marks marks = new Marks(svg);
    double place = x(1) - x(0);
    double width = place * 0.8 / Math.max(1, series.size());
    for (int s = 0; s < series.size(); s++) {
      for (Mark mark : series.get(s)) {
        double from = x(mark.x()) + (s - series.size() / 2.0) * width;
        double end = y(mark.y());
        svg.box(from + 1, end, width - 2, plotBottom() - end, Marks.colour(s));
        if (mark.hasRange()) {
          marks.whisker(from + width / 2, y(mark.low()), y(mark.high()), AXIS);
        }
      }
    }
    return legend(svg, true);
  }

  private Svg frame() {
    Svg svg = new Svg(Chart.WIDTH, frameHeight() + legendRows() * LEGEND_STEP);
    svg.text(Chart.WIDTH / 2.0, 26, "middle", title);
    for (Axis.Tick tick : horizontal.ticks()) {
      double x = x(tick.value());
      svg.line(x, TOP, x, plotBottom(), GRID);
      String[] lines = tick.label().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        svg.text(x, plotBottom() + 18.0 + (double) i * LINE, "middle", lines[i]);
      }
    }
    for (Axis.Tick tick : vertical.ticks()) {
      double y = y(tick.value());
      svg.line(LEFT, y, Chart.WIDTH - RIGHT, y, GRID);
      svg.text(LEFT - 8.0, y + 4, "end", tick.label());
    }
    svg.line(LEFT, TOP, LEFT, plotBottom(), AXIS);
    svg.line(LEFT, plotBottom(), Chart.WIDTH - RIGHT, plotBottom(), AXIS);
    svg.text((LEFT + Chart.WIDTH - RIGHT) / 2.0, frameHeight() - 8.0, "middle", horizontal.title());
    svg.uprightText(22, (TOP + plotBottom()) / 2.0, vertical.title());
    return svg;
  }

  private String legend(Svg svg, boolean bars) {
    Marks marks = new Marks(svg);
    int columns = columns();
    double column = (double) (Chart.WIDTH - LEFT - RIGHT) / columns;
    for (int s = 0; s < names.size(); s++) {
      double x = LEFT + s % columns * column;
      double y = frameHeight() + 10.0 + (double) (s / columns * LEGEND_STEP);
      if (bars) {
        svg.box(x + 7, y - 6, 14, 12, Marks.colour(s));
      } else {
        svg.polyline(Svg.point(x, y) + Svg.point(x + 28, y), Marks.colour(s));
        marks.sign(s, x + 14, y);
      }
      svg.text(x + 36, y + 4, "start", names.get(s));
    }
    return svg.document();
  }

  private int columns() {
    boolean small = names.stream().allMatch(name -> name.length() <= COLUMN_CHARACTERS);
    return small && names.size() > 1 ? 2 : 1;
  }

  private int legendRows() {
    return (names.size() + columns() - 1) / columns();
  }

  private int frameHeight() {
    return HEIGHT + (labelLines() - 1) * LINE;
  }

  private int labelLines() {
    return horizontal.ticks().stream()
        .mapToInt(tick -> tick.label().split("\n", -1).length)
        .max()
        .orElse(1);
  }

  private double plotBottom() {
    return HEIGHT - BELOW;
  }

  private double x(double value) {
    return LEFT + horizontal.position(value) * (Chart.WIDTH - RIGHT - LEFT);
  }

  private double y(double value) {
    return plotBottom() - vertical.position(value) * (plotBottom() - TOP);
  }
}
