package org.facerepro.plot;

import java.util.Locale;

/** Writes the few SVG elements that plots need; coordinates in pixels with two decimals. */
final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  void line(double x1, double y1, double x2, double y2, String stroke) {
    append(
        "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"/>%n",
        x1, y1, x2, y2, stroke);
  }

  void polyline(String points, String stroke) {
    append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", stroke);
    body.append(points).append("\"/>\n");
  }

  void rectangle(double x, double y, double width, double height, String fill) {
    append(
        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\""
            + " fill-opacity=\"0.5\"/>%n",
        x, y, width, height, fill);
  }

  void dot(double x, double y, String fill) {
    append("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\" fill=\"%s\"/>%n", x, y, fill);
  }

  void disc(double x, double y, double radius, String fill) {
    append("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"%s\"/>%n", x, y, radius, fill);
  }

  void box(double x, double y, double width, double height, String fill) {
    append(
        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>%n",
        x, y, width, height, fill);
  }

  void polygon(String points, String fill) {
    append("<polygon fill=\"%s\" points=\"", fill);
    body.append(points).append("\"/>\n");
  }

  void text(double x, double y, String anchor, String text) {
    text(x, y, anchor, "black", text);
  }

  void text(double x, double y, String anchor, String fill, String text) {
    append("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\"", x, y, anchor);
    body.append(fill.equals("black") ? ">" : " fill=\"" + fill + "\">");
    body.append(escape(text)).append("</text>\n");
  }

  void uprightText(double x, double y, String text) {
    append(
        "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"middle\" transform=\"rotate(-90 %.2f %.2f)\">",
        x, y, x, y);
    body.append(escape(text)).append("</text>\n");
  }

  static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.2f,%.2f ", x, y);
  }

  /** Returns the whole document. */
  String document() {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
            width,
            height,
            width,
            height)
        + body
        + "</svg>\n";
  }

  private void append(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
