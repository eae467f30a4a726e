package org.facerepro.image;

import org.facerepro.core.CorruptDataException;

/**
 * Pictures to and from their encoded bytes.
 *
 * <p>Thread-safe; nothing is cached on disk. Embedded colour profiles are ignored and transparency
 * is dropped, as the field's loaders do.
 */
public final class ImageCodec {
  private ImageCodec() {}

  /**
   * Decodes a JPEG, PNG, BMP, PGM or PPM picture; a grey one becomes three equal channels, 16-bit
   * samples become 8-bit.
   *
   * @param name what to call the picture in an error
   * @throws CorruptDataException if the bytes are no such picture, are truncated or damaged, hold
   *     CMYK, or are too large to be a picture of faces
   */
  public static RgbImage decode(byte[] bytes, String name) {
    if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
      JpegStructure.check(bytes, name);
      return RasterDecoder.decode("jpeg", bytes, name);
    }
    if (startsWith(bytes, 0x89, 'P', 'N', 'G')) {
      PngStructure.check(bytes, name);
      return RasterDecoder.decode("png", bytes, name);
    }
    if (startsWith(bytes, 'B', 'M')) {
      return RasterDecoder.decode("bmp", bytes, name);
    }
    if (PnmReader.isPnm(bytes)) {
      return new PnmReader(bytes, name).read();
    }
    throw new CorruptDataException(
        name + " is not a JPEG, PNG, BMP, PGM or PPM picture (" + bytes.length + " bytes)");
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Encodes as baseline JPEG with full colour resolution (4:4:4) by code of our own; the same
   * picture gives the same bytes everywhere.
   *
   * @param quality 1 to 100, the scale of libjpeg
   */
  public static byte[] jpeg(RgbImage image, int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality must be from 1 to 100, got " + quality);
    }
    return JpegWriter.write(image, quality);
  }

  /** Encodes as PNG, losslessly. */
  public static byte[] png(RgbImage image) {
    return RasterEncoder.png(image);
  }
}
