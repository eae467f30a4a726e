package org.facerepro.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.image.RgbImage;

/** Made-up samples for tests: two of each subject, JPEG and PNG in turn. */
final class FaceSamples {
  static final int SIDE = 8;
  static final FaceSetInfo INFO = new FaceSetInfo("made-up", "CC0-1.0", "none", SIDE);

  private FaceSamples() {}

  static RgbImage picture(int number) {
    byte[] samples = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (number * 31 + i);
    }
    return RgbImage.takeOver(SIDE, SIDE, samples);
  }

  static JsonNode annotations(int number) {
    return Json.tree(Map.of("yaw", number - 1.5, "tags", new String[] {"a", "b"}));
  }

  static FaceSample sample(int number) {
    boolean jpeg = number % 2 == 0;
    byte[] encoded = jpeg ? ImageCodec.jpeg(picture(number), 90) : ImageCodec.png(picture(number));
    return FaceSample.takeOver(
        String.format(Locale.ROOT, "s%02d/%03d", number / 2, number),
        "subject-" + (9 - number / 2),
        jpeg ? PictureFormat.JPEG : PictureFormat.PNG,
        encoded,
        annotations(number));
  }

  static void addAll(FaceSetWriter writer, int from, int to) {
    for (int number = from; number < to; number++) {
      writer.add(sample(number));
    }
  }
}
