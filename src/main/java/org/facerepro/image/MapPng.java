package org.facerepro.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * Writes measured and labelled maps as PNG (ISO/IEC 15948): 16 bits per sample, or one byte per
 * pixel with a palette. Short texts, such as the scale of the samples, travel in the file.
 */
public final class MapPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int GREY = 0;
  private static final int COLOUR = 2;
  private static final int INDEXED = 3;
  private static final int FILTER_NONE = 0;
  private static final int FILTER_SUB = 1;
  private static final int LARGEST_PALETTE = 3 * 256;

  private final int width;
  private final int height;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private MapPng(int width, int height) {
    Require.between("width", width, 1, 1 << 24);
    Require.between("height", height, 1, 1 << 24);
    this.width = width;
    this.height = height;
    out.writeBytes(SIGNATURE);
  }

  /**
   * Returns a picture of 16-bit samples.
   *
   * @param channels 1 for grey, 3 for red, green and blue
   * @param samples unsigned {@code [height, width, channels]}, row-major
   * @param texts key and text of each note, Latin-1, keys of at most 79 letters
   * @throws InvalidValueException if the samples do not fit the size
   */
  public static byte[] of16Bits(
      int width, int height, int channels, short[] samples, Map<String, String> texts) {
    Require.that(channels == 1 || channels == 3, "channels", "1 or 3", channels);
    MapPng png = new MapPng(width, height);
    png.requireSamples(samples.length, channels);
    png.header(16, channels == 1 ? GREY : COLOUR);
    png.texts(texts);
    ByteBuffer row = ByteBuffer.allocate(2 * width * channels);
    byte[] lines = new byte[height * (1 + row.capacity())];
    int at = 0;
    for (int y = 0; y < height; y++) {
      row.clear();
      for (int i = 0; i < width * channels; i++) {
        row.putShort(samples[y * width * channels + i]);
      }
      at = subFiltered(row.array(), 2 * channels, lines, at);
    }
    return png.finish(lines);
  }

  /**
   * Returns a picture of labels.
   *
   * @param labels unsigned {@code [height, width]}, row-major
   * @param palette red, green and blue of each label
   * @throws InvalidValueException if the labels do not fit the size, or the palette lacks one
   */
  public static byte[] indexed(
      int width, int height, byte[] labels, byte[] palette, Map<String, String> texts) {
    Require.that(
        palette.length > 0 && palette.length % 3 == 0 && palette.length <= LARGEST_PALETTE,
        "palette",
        "1 to 256 colours of three bytes",
        palette.length + " bytes");
    MapPng png = new MapPng(width, height);
    png.requireSamples(labels.length, 1);
    for (byte label : labels) {
      Require.between("label", label & 0xff, 0, palette.length / 3 - 1L);
    }
    png.header(8, INDEXED);
    png.chunk("PLTE", palette);
    png.texts(texts);
    byte[] lines = new byte[height * (1 + width)];
    for (int y = 0; y < height; y++) {
      lines[y * (1 + width)] = FILTER_NONE;
      System.arraycopy(labels, y * width, lines, y * (1 + width) + 1, width);
    }
    return png.finish(lines);
  }

  private void requireSamples(int count, int channels) {
    Require.that(
        count == (long) width * height * channels,
        "samples",
        "%d x %d x %d numbers".formatted(height, width, channels),
        count);
  }

  /** Writes each byte's difference to the same byte of the pixel before it. */
  private static int subFiltered(byte[] row, int pixelBytes, byte[] lines, int start) {
    int at = start;
    lines[at++] = FILTER_SUB;
    for (int i = 0; i < row.length; i++) {
      lines[at++] = (byte) (i < pixelBytes ? row[i] : row[i] - row[i - pixelBytes]);
    }
    return at;
  }

  private void header(int bits, int colourType) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) colourType);
    chunk("IHDR", header.array());
  }

  private void texts(Map<String, String> texts) {
    new TreeMap<>(texts)
        .forEach(
            (key, text) ->
                chunk("tEXt", (key + '\0' + text).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private byte[] finish(byte[] lines) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try {
      deflater.setInput(lines);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(lines.length / 2);
      byte[] part = new byte[1 << 14];
      while (!deflater.finished()) {
        packed.write(part, 0, deflater.deflate(part));
      }
      chunk("IDAT", packed.toByteArray());
    } finally {
      deflater.end();
    }
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  private void chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
