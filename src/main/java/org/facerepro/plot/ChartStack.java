package org.facerepro.plot;

/** Charts one below the other in one document. */
public final class ChartStack {
  private static final int EACH = 280;

  private final Svg svg;
  private int charts;

  /** Makes an empty document with room for some charts. */
  public ChartStack(int charts) {
    this.svg = new Svg(Chart.WIDTH, charts * EACH);
  }

  /** Returns a new chart below the last one. */
  public Chart add(String title, Axis horizontal, Axis vertical) {
    int from = charts++ * EACH;
    return new Chart(svg, from, from + EACH, title, horizontal, vertical);
  }

  /** Returns the SVG document. */
  public String document() {
    return svg.document();
  }
}
