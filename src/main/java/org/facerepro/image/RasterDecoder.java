package org.facerepro.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.facerepro.core.CorruptDataException;
import org.jspecify.annotations.Nullable;

/** Decodes with the JDK's image readers, turning what they only warn of into errors. */
final class RasterDecoder {
  private static final long MAX_PIXELS = 1L << 27;

  private @Nullable String damage;

  private RasterDecoder() {}

  static RgbImage decode(String format, byte[] bytes, String name) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      return new RasterDecoder().read(reader, in, name);
    } catch (IOException | RuntimeException e) {
      // The JDK's readers answer damaged headers with all kinds of unchecked exceptions.
      if (e instanceof CorruptDataException corrupt) {
        throw corrupt;
      }
      throw new CorruptDataException(
          "%s cannot be decoded as %s: %s".formatted(name, format, e.getMessage()), e);
    } finally {
      reader.dispose();
    }
  }

  private RgbImage read(ImageReader reader, ImageInputStream in, String name) throws IOException {
    reader.addIIOReadWarningListener((source, warning) -> note(warning));
    reader.setInput(in, true, true);
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MAX_PIXELS) {
      throw new CorruptDataException(name + " is too large: " + pixels + " pixels");
    }
    BufferedImage picture = reader.read(0);
    if (damage != null) {
      throw new CorruptDataException(name + " is damaged: " + damage);
    }
    return toRgb(picture, name);
  }

  /** Keeps warnings about pixels; those about thumbnails and colour profiles change none. */
  private void note(String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    if (text.contains("corrupt") || text.contains("premature") || text.contains("inconsistent")) {
      damage = warning;
    }
  }

  private static RgbImage toRgb(BufferedImage picture, String name) {
    ColorModel colours = picture.getColorModel();
    int depth = colours.getComponentSize(0);
    boolean plain =
        Arrays.stream(colours.getComponentSize()).allMatch(size -> size == depth)
            && (depth == 8 || depth == 16);
    if (colours instanceof IndexColorModel || !plain) {
      return fromColours(picture);
    }
    if (colours.getNumColorComponents() > RgbImage.CHANNELS) {
      throw new CorruptDataException(name + " holds CMYK: convert it to RGB");
    }
    return fromRaster(picture.getRaster(), colours.getNumColorComponents(), depth);
  }

  private static RgbImage fromRaster(Raster raster, int channels, int depth) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int green = channels == RgbImage.CHANNELS ? 1 : 0;
    int blue = 2 * green;
    byte[] samples = new byte[RgbImage.CHANNELS * width * raster.getHeight()];
    int[] row = new int[bands * width];
    int out = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int at = 0; at < row.length; at += bands) {
        samples[out++] = (byte) (row[at] >> depth - 8);
        samples[out++] = (byte) (row[at + green] >> depth - 8);
        samples[out++] = (byte) (row[at + blue] >> depth - 8);
      }
    }
    return RgbImage.takeOver(width, raster.getHeight(), samples);
  }

  private static RgbImage fromColours(BufferedImage picture) {
    int width = picture.getWidth();
    byte[] samples = new byte[RgbImage.CHANNELS * width * picture.getHeight()];
    int[] row = new int[width];
    int out = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int colour : row) {
        samples[out++] = (byte) (colour >> 16);
        samples[out++] = (byte) (colour >> 8);
        samples[out++] = (byte) colour;
      }
    }
    return RgbImage.takeOver(width, picture.getHeight(), samples);
  }
}
