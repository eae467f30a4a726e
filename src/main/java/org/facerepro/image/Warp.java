package org.facerepro.image;

/**
 * Moves a picture by a similarity transform.
 *
 * <p>Coordinates are those of {@link Point}: whole numbers are pixel centres. Samples are bilinear.
 * When the transform shrinks by a factor {@code f}, each target pixel is the mean of {@code n x n}
 * samples on a regular grid inside it, {@code n = ceil(f)} up to 16, so that detail finer than a
 * target pixel is averaged and does not alias. The same input gives the same bytes everywhere.
 */
public final class Warp {
  private static final int MAX_GRID = 16;

  /** Keeps a scale of 1 that rounding made a hair smaller from being supersampled. */
  private static final double GRID_SLACK = 1e-6;

  private final byte[] source;
  private final int width;
  private final int height;
  private final boolean replicate;

  private Warp(RgbImage source, Border border) {
    this.source = source.samples();
    this.width = source.width();
    this.height = source.height();
    this.replicate = border == Border.REPLICATE;
  }

  /**
   * Returns the picture of {@code width x height} whose pixel at {@code sourceToTarget.apply(p)}
   * shows what {@code source} shows at {@code p}.
   */
  public static RgbImage similarity(
      RgbImage source, Similarity sourceToTarget, int width, int height, Border border) {
    Similarity back = sourceToTarget.inverse();
    byte[] target = new byte[Math.multiplyExact(RgbImage.CHANNELS * width, height)];
    new Warp(source, border).fill(target, width, height, back);
    return RgbImage.takeOver(width, height, target);
  }

  private void fill(byte[] target, int targetWidth, int targetHeight, Similarity back) {
    int grid = (int) Math.min(MAX_GRID, Math.max(1, Math.ceil(back.scale() - GRID_SLACK)));
    double[] sum = new double[RgbImage.CHANNELS];
    int out = 0;
    for (int y = 0; y < targetHeight; y++) {
      for (int x = 0; x < targetWidth; x++) {
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        addGrid(sum, x, y, grid, back);
        for (double total : sum) {
          target[out++] = (byte) (int) (total / (grid * grid) + 0.5);
        }
      }
    }
  }

  private void addGrid(double[] sum, int x, int y, int grid, Similarity back) {
    for (int j = 0; j < grid; j++) {
      double v = y + (j + 0.5) / grid - 0.5;
      for (int i = 0; i < grid; i++) {
        double u = x + (i + 0.5) / grid - 0.5;
        add(sum, back.a() * u - back.b() * v + back.tx(), back.b() * u + back.a() * v + back.ty());
      }
    }
  }

  private void add(double[] sum, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    addPixel(sum, left, top, (1 - right) * (1 - down));
    addPixel(sum, left + 1, top, right * (1 - down));
    addPixel(sum, left, top + 1, (1 - right) * down);
    addPixel(sum, left + 1, top + 1, right * down);
  }

  private void addPixel(double[] sum, int x, int y, double weight) {
    boolean inside = x >= 0 && x < width && y >= 0 && y < height;
    if (weight == 0 || !inside && !replicate) {
      return;
    }
    int column = Math.min(width - 1, Math.max(0, x));
    int row = Math.min(height - 1, Math.max(0, y));
    int at = RgbImage.CHANNELS * (row * width + column);
    sum[0] += weight * (source[at] & 0xff);
    sum[1] += weight * (source[at + 1] & 0xff);
    sum[2] += weight * (source[at + 2] & 0xff);
  }
}
