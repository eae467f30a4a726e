package org.facerepro.image;

import java.util.Arrays;
import java.util.List;

/** Many pictures on one, row by row, for people to look at. */
public final class ContactSheet {
  private static final byte WHITE = (byte) 0xff;

  private ContactSheet() {}

  /**
   * Lays pictures out on white; each cell is as large as the widest and the highest picture, each
   * picture sits at the top left of its cell.
   *
   * @param pictures one or more
   * @param columns pictures per row
   * @param gap white pixels between cells and around the sheet
   */
  public static RgbImage of(List<RgbImage> pictures, int columns, int gap) {
    if (pictures.isEmpty() || columns <= 0 || gap < 0) {
      throw new IllegalArgumentException(
          "no contact sheet of %d pictures in %d columns with gap %d"
              .formatted(pictures.size(), columns, gap));
    }
    int cellWidth = pictures.stream().mapToInt(RgbImage::width).max().orElseThrow() + gap;
    int cellHeight = pictures.stream().mapToInt(RgbImage::height).max().orElseThrow() + gap;
    int used = Math.min(columns, pictures.size());
    int rows = (pictures.size() + columns - 1) / columns;
    int width = gap + used * cellWidth;
    int height = gap + rows * cellHeight;
    byte[] sheet = new byte[Math.multiplyExact(RgbImage.CHANNELS * width, height)];
    Arrays.fill(sheet, WHITE);
    for (int i = 0; i < pictures.size(); i++) {
      int x = gap + i % columns * cellWidth;
      int y = gap + i / columns * cellHeight;
      place(pictures.get(i), sheet, width, x, y);
    }
    return RgbImage.takeOver(width, height, sheet);
  }

  private static void place(RgbImage picture, byte[] sheet, int sheetWidth, int x, int y) {
    int line = RgbImage.CHANNELS * picture.width();
    for (int row = 0; row < picture.height(); row++) {
      int to = RgbImage.CHANNELS * ((y + row) * sheetWidth + x);
      System.arraycopy(picture.samples(), row * line, sheet, to, line);
    }
  }
}
