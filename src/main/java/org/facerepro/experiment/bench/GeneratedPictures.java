package org.facerepro.experiment.bench;

import java.util.concurrent.atomic.AtomicInteger;
import org.facerepro.core.Seed;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.Resize;
import org.facerepro.train.PackedFaces;

/** Aligned pictures of the built-in generator in memory, eight of each subject, to train on. */
final class GeneratedPictures {
  private static final int SAMPLES = 8;
  private static final int DRAWN = 112;

  private GeneratedPictures() {}

  /** Draws at least {@code least} pictures of {@code side} pixels, on all processors. */
  static PackedFaces of(int least, int side) {
    int subjects = Math.max(2, (least + SAMPLES - 1) / SAMPLES);
    GeneratorSpec spec =
        new GeneratorSpec(FaceDomain.PROXY_REAL, subjects, SAMPLES).framed(DRAWN, Crop.ALIGNED);
    FaceGenerator generator = new FaceGenerator(spec, new Seed(1));
    byte[][] pictures = new byte[subjects * SAMPLES][];
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        Runtime.getRuntime().availableProcessors(),
        () -> {
          RenderWorkspace workspace = generator.newWorkspace();
          for (int i = next.getAndIncrement(); i < subjects; i = next.getAndIncrement()) {
            SubjectGenerator subject = generator.subject(i, workspace);
            for (int k = 0; k < SAMPLES; k++) {
              pictures[i * SAMPLES + k] =
                  Resize.area(subject.sample(k).image(), side, side).toBytes();
            }
          }
          return subjects;
        });
    int[] labels = new int[pictures.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i / SAMPLES;
    }
    return PackedFaces.takeOver(side, pictures, labels);
  }
}
