package org.facerepro.face.draw;

import java.util.Arrays;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * Which triangle is seen through the centre of each pixel, and where on it: what ground truth is
 * read from. One sample per pixel, so that a value belongs to one place of one surface; colours are
 * averaged over a pixel, truth is not.
 *
 * <p>Immutable and safe for use by many threads; keeps the vertex arrays it was made from, which
 * must not be written to while it is in use.
 */
public final class VisibleSurface {
  private final int width;
  private final int height;
  private final float[] screen;
  private final int[] triangles;
  private final int[] seen;

  private VisibleSurface(int width, int height, float[] screen, int[] triangles, int[] seen) {
    this.width = width;
    this.height = height;
    this.screen = screen;
    this.triangles = triangles;
    this.seen = seen;
  }

  /**
   * A stretch of the index array that is drawn alike.
   *
   * @param from offset of the first triangle's first corner
   * @param to offset after the last triangle
   * @param cull whether back faces are left out
   */
  public record Span(int from, int to, boolean cull) {
    public Span {
      Require.that(from >= 0 && from % 3 == 0, "from", "a multiple of 3, at least 0", from);
      Require.that(to >= from && to % 3 == 0, "to", "a multiple of 3, at least " + from, to);
    }
  }

  /**
   * Draws the triangles of some spans.
   *
   * @param screen packed x, y (pixels, y down) and w (inverse depth, 1/mm) {@code [V, 3]}
   * @param triangles three vertices each
   * @throws InvalidValueException if a span leaves the index array or a side is not positive
   */
  public static VisibleSurface draw(
      int width, int height, float[] screen, int[] triangles, List<Span> spans) {
    Require.between("width", width, 1, 1 << 14);
    Require.between("height", height, 1, 1 << 14);
    DepthRaster raster = new DepthRaster(width, height);
    raster.clear();
    for (Span span : spans) {
      Require.between("to", span.to(), 0, triangles.length);
      raster.draw(screen, triangles, span.from(), span.to(), span.cull());
    }
    int[] seen = new int[width * height];
    Arrays.setAll(seen, raster::triangle);
    return new VisibleSurface(width, height, screen, triangles, seen);
  }

  /**
   * Takes over what another rasteriser found.
   *
   * @param seen offset of the seen triangle's first corner for each pixel, row by row, or {@link
   *     DepthRaster#NOTHING}
   * @throws InvalidValueException if the picture has another number of pixels, or one shows a
   *     triangle that is not there
   */
  public static VisibleSurface of(
      int width, int height, float[] screen, int[] triangles, int[] seen) {
    Require.that(
        width > 0 && height > 0 && seen.length == (long) width * height,
        "seen",
        "one number for each of %d x %d pixels".formatted(width, height),
        seen.length);
    for (int t : seen) {
      Require.that(
          t == DepthRaster.NOTHING || (t >= 0 && t + 2 < triangles.length),
          "seen",
          "offsets of triangles or " + DepthRaster.NOTHING,
          t);
    }
    return new VisibleSurface(width, height, screen, triangles, seen);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Returns the number of vertices. */
  public int vertexCount() {
    return screen.length / 3;
  }

  /** Returns whether any surface is seen through a pixel's centre. */
  public boolean covered(int x, int y) {
    return seen[y * width + x] != DepthRaster.NOTHING;
  }

  /** Returns whether a picture point lies inside the picture. */
  public boolean inside(double x, double y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }

  /** Moves a cursor to what is seen through a pixel's centre; returns false where nothing is. */
  public boolean look(int x, int y, Spot spot) {
    return look(x, y, x + 0.5, y + 0.5, spot);
  }

  /**
   * Moves a cursor to a picture point on the plane of the triangle that is seen through the centre
   * of pixel {@code x, y}; returns false where nothing is seen.
   */
  public boolean look(int x, int y, double px, double py, Spot spot) {
    int triangle = seen[y * width + x];
    if (triangle == DepthRaster.NOTHING) {
      return false;
    }
    spot.move(screen, triangles, triangle, px, py);
    return true;
  }

  /** Returns a vertex's place on the picture, pixels from the left edge. */
  public float x(int vertex) {
    return screen[3 * vertex];
  }

  /** Returns a vertex's place on the picture, pixels from the upper edge. */
  public float y(int vertex) {
    return screen[3 * vertex + 1];
  }

  /** Returns a vertex's distance along the camera's axis, mm. */
  public double depth(int vertex) {
    return 1.0 / screen[3 * vertex + 2];
  }
}
