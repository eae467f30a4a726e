package org.facerepro.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Encodes with the JDK's image writers, in memory. */
final class RasterEncoder {
  private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

  private RasterEncoder() {}

  static byte[] jpeg(RgbImage image, int quality) {
    BufferedImage picture = buffered(image);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality / 100f);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
      sampleColourFully(metadata);
      return write(writer, new IIOImage(picture, null, metadata), parameters);
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException("the JPEG writer does not take its own metadata", e);
    } finally {
      writer.dispose();
    }
  }

  static byte[] png(RgbImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      return write(writer, new IIOImage(buffered(image), null, null), null);
    } finally {
      writer.dispose();
    }
  }

  /** Halved colour resolution, the default, would blur lips and eyes of small faces. */
  private static void sampleColourFully(IIOMetadata metadata) throws IIOInvalidTreeException {
    Node root = metadata.getAsTree(JPEG_METADATA);
    NodeList components = ((Element) root).getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(JPEG_METADATA, root);
  }

  private static byte[] write(
      ImageWriter writer, IIOImage image, @Nullable ImageWriteParam parameters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage buffered(RgbImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    byte[] samples = image.samples();
    int[] row = new int[image.width()];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] =
            (samples[at] & 0xff) << 16 | (samples[at + 1] & 0xff) << 8 | samples[at + 2] & 0xff;
        at += RgbImage.CHANNELS;
      }
      picture.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return picture;
  }
}
