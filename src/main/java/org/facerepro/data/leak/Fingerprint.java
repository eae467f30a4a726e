package org.facerepro.data.leak;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;
import org.facerepro.image.PerceptualHash;
import org.facerepro.image.RgbImage;

/**
 * What tells a face apart from others without its picture.
 *
 * @param image name of the picture, unique in its set
 * @param subject id of the person
 * @param pixels SHA-256 over width, height and all samples, as hexadecimal digits
 * @param look what it looks like
 */
public record Fingerprint(String image, String subject, String pixels, PerceptualHash look) {
  public Fingerprint {
    requireOneField("image", image);
    requireOneField("subject", subject);
  }

  /** Takes the fingerprint of a face. */
  public static Fingerprint of(String image, String subject, RgbImage face) {
    byte[] samples = face.toBytes();
    byte[] all = Arrays.copyOf(samples, samples.length + 2 * Integer.BYTES);
    ByteBuffer.wrap(all, samples.length, 2 * Integer.BYTES)
        .putInt(face.width())
        .putInt(face.height());
    return new Fingerprint(image, subject, Sha256.of(all).hex(), PerceptualHash.of(face));
  }

  private static void requireOneField(String key, String text) {
    Require.that(
        text.indexOf('\t') < 0 && text.indexOf('\n') < 0, key, "no tab and no line end", text);
  }
}
