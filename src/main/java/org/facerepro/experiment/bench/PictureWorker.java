package org.facerepro.experiment.bench;

import java.util.Locale;
import java.util.zip.CRC32;
import org.facerepro.face.render.ModelGenerator;
import org.facerepro.face.render.ModelPicture;
import org.facerepro.face.render.ModelStudio;
import org.facerepro.image.PngWriter;

/** One thread that draws pictures and packs them as PNG. */
final class PictureWorker {
  private static final double NANO = 1e-9;

  private final ModelStudio studio;
  private final PngWriter writer = new PngWriter();
  private long packing;
  private long sum;

  PictureWorker(ModelGenerator generator) {
    studio = generator.newStudio();
  }

  void draw(int first, int count) {
    studio.draw(first, count, this::pack);
  }

  private void pack(ModelPicture picture) {
    long start = System.nanoTime();
    byte[] file = writer.encode(picture.image());
    packing += System.nanoTime() - start;
    CRC32 crc = new CRC32();
    crc.update(file);
    long number = 31L * picture.subject() + picture.sample();
    sum += crc.getValue() * (2 * number + 1);
  }

  /** Adds the times of the stages and returns a sum over the files that no order changes. */
  long report(Stages stages) {
    studio
        .times()
        .seconds()
        .forEach((stage, seconds) -> stages.add(stage.name().toLowerCase(Locale.ROOT), seconds));
    stages.add("png", packing * NANO);
    return sum;
  }
}
