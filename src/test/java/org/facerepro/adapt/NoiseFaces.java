package org.facerepro.adapt;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;
import org.facerepro.protocol.TestPictures;

/** Sets of pictures of noise, equal but for whom they are said to show. */
final class NoiseFaces {
  private NoiseFaces() {}

  static Path write(Path folder, int count, int subjects) {
    FaceSetInfo info = new FaceSetInfo("noise", "CC0-1.0", "none", 40);
    try (FaceSetWriter writer = FaceSetWriter.create(folder, info, 100)) {
      for (int i = 0; i < count; i++) {
        byte[] png = ImageCodec.png(TestPictures.noise(40, 40, i));
        String subject = "s" + i * subjects / count;
        writer.add(
            FaceSample.takeOver("n" + i, subject, PictureFormat.PNG, png, NullNode.getInstance()));
      }
      writer.complete();
    }
    return folder;
  }
}
