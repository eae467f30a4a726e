package org.facerepro.image;

import java.nio.charset.StandardCharsets;

/**
 * Writes baseline JPEG (ITU-T T.81) in a JFIF file: full colour resolution (4:4:4), the standard's
 * tables, libjpeg's scale of quality. The same picture gives the same bytes everywhere.
 */
final class JpegWriter {
  private static final int FRAME = 0xc0;
  private static final int HUFFMAN = 0xc4;
  private static final int QUANTISERS = 0xdb;
  private static final int SCAN = 0xda;
  private static final int JFIF = 0xe0;

  private final RgbImage image;
  private final int columns;
  private final int rows;
  private final JpegBits out;

  private JpegWriter(RgbImage image) {
    this.image = image;
    columns = (image.width() + 7) / 8;
    rows = (image.height() + 7) / 8;
    out = new JpegBits(1024 + image.width() * image.height() / 2);
  }

  static byte[] write(RgbImage image, int quality) {
    return new JpegWriter(image)
        .write(JpegTables.luminance(quality), JpegTables.chrominance(quality));
  }

  private byte[] write(int[] luminance, int[] chrominance) {
    out.number(0xffd8);
    out.marker(JFIF, 16);
    out.bytes("JFIF\0".getBytes(StandardCharsets.US_ASCII));
    out.bytes(new byte[] {1, 1, 0, 0, 1, 0, 1, 0, 0});
    quantiser(0, luminance);
    quantiser(1, chrominance);
    frame();
    huffman(0x00, JpegTables.DC_LUMINANCE);
    huffman(0x10, JpegTables.AC_LUMINANCE);
    huffman(0x01, JpegTables.DC_CHROMINANCE);
    huffman(0x11, JpegTables.AC_CHROMINANCE);
    out.marker(SCAN, 12);
    out.bytes(new byte[] {3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0});
    scan(luminance, chrominance);
    return out.finish();
  }

  private void quantiser(int number, int[] steps) {
    out.marker(QUANTISERS, 67);
    out.put(number);
    for (int k = 0; k < 64; k++) {
      out.put(steps[JpegTables.ZIGZAG[k]]);
    }
  }

  private void frame() {
    out.marker(FRAME, 17);
    out.put(8);
    out.number(image.height());
    out.number(image.width());
    out.bytes(new byte[] {3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1});
  }

  private void huffman(int number, JpegTables.Huffman table) {
    out.marker(HUFFMAN, 3 + table.bytes());
    out.put(number);
    table.write(out);
  }

  private void scan(int[] luminance, int[] chrominance) {
    JpegBlock y = new JpegBlock(luminance, JpegTables.DC_LUMINANCE, JpegTables.AC_LUMINANCE);
    JpegBlock cb = new JpegBlock(chrominance, JpegTables.DC_CHROMINANCE, JpegTables.AC_CHROMINANCE);
    JpegBlock cr = new JpegBlock(chrominance, JpegTables.DC_CHROMINANCE, JpegTables.AC_CHROMINANCE);
    int stride = 8 * columns;
    float[] planes = new float[3 * 8 * stride];
    for (int row = 0; row < rows; row++) {
      convert(row, planes, stride);
      for (int x = 0; x < stride; x += 8) {
        y.code(planes, x, stride, out);
        cb.code(planes, 8 * stride + x, stride, out);
        cr.code(planes, 16 * stride + x, stride, out);
      }
    }
  }

  /** Writes luminance and colour differences of eight rows, centred on 0; edges are repeated. */
  private void convert(int row, float[] planes, int stride) {
    byte[] samples = image.samples();
    for (int j = 0; j < 8; j++) {
      int line = Math.min(8 * row + j, image.height() - 1) * image.width();
      for (int x = 0; x < stride; x++) {
        int at = RgbImage.CHANNELS * (line + Math.min(x, image.width() - 1));
        float r = samples[at] & 0xff;
        float g = samples[at + 1] & 0xff;
        float b = samples[at + 2] & 0xff;
        int i = j * stride + x;
        planes[i] = 0.299f * r + 0.587f * g + 0.114f * b - 128;
        planes[8 * stride + i] = -0.168736f * r - 0.331264f * g + 0.5f * b;
        planes[16 * stride + i] = 0.5f * r - 0.418688f * g - 0.081312f * b;
      }
    }
  }
}
