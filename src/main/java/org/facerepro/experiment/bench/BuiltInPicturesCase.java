package org.facerepro.experiment.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Seed;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.scene.Crop;
import org.facerepro.face.scene.DrawStage;
import org.facerepro.face.scene.FaceDomain;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.ImageCodec;

/**
 * Aligned pictures of the built-in generator with all of its appearance: painted subjects, scene,
 * camera, JPEG in memory. Twelve pictures of each subject; stages are summed over the threads.
 *
 * @param size side of the pictures, pixels
 * @param threads workers
 */
record BuiltInPicturesCase(int size, int threads) implements BenchCase {
  private static final int SAMPLES = 12;
  private static final int SUBJECTS = 100;
  private static final double NANO = 1e-9;

  @Override
  public String id() {
    return "generator-built-in-%d-threads-%d".formatted(size, threads);
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.GENERATOR;
  }

  @Override
  public int warmUps() {
    return 2;
  }

  @Override
  public Prepared prepare(double scale) {
    int subjects = BenchCase.scaled(SUBJECTS, scale, threads);
    GeneratorSpec spec =
        new GeneratorSpec(FaceDomain.PROXY_REAL, subjects, SAMPLES).framed(size, Crop.ALIGNED);
    return new Data(new FaceGenerator(spec, new Seed(1)), threads);
  }

  private record Data(FaceGenerator generator, int threads) implements Prepared {
    @Override
    public int images() {
      return generator.spec().subjects() * SAMPLES;
    }

    @Override
    public String input() {
      return String.format(
          Locale.ROOT,
          "%d subjects x %d pictures of %d x %d, %d threads",
          generator.spec().subjects(),
          SAMPLES,
          generator.spec().framing().size(),
          generator.spec().framing().size(),
          threads);
    }

    @Override
    public Object run(Stages stages) {
      AtomicInteger next = new AtomicInteger();
      long sum = 0;
      for (Worker worker : Workers.run(threads, () -> new Worker(generator).drawAll(next))) {
        sum += worker.report(stages);
      }
      return sum;
    }
  }

  /** One thread's buffers, times and bytes. */
  private static final class Worker {
    private final FaceGenerator generator;
    private final RenderWorkspace workspace;
    private long paint;
    private long encode;
    private long hash;

    Worker(FaceGenerator generator) {
      this.generator = generator;
      workspace = generator.newWorkspace();
    }

    Worker drawAll(AtomicInteger next) {
      int subjects = generator.spec().subjects();
      for (int i = next.getAndIncrement(); i < subjects; i = next.getAndIncrement()) {
        long start = System.nanoTime();
        SubjectGenerator subject = generator.subject(i, workspace);
        subject.paint();
        paint += System.nanoTime() - start;
        for (int k = 0; k < SAMPLES; k++) {
          draw(subject, k);
        }
      }
      return this;
    }

    private void draw(SubjectGenerator subject, int sample) {
      GeneratedFace face = subject.sample(sample);
      long start = System.nanoTime();
      byte[] jpeg = ImageCodec.jpeg(face.image(), face.parameters().jpegQuality());
      encode += System.nanoTime() - start;
      // A sum over pictures is the same whichever thread drew which.
      hash += Arrays.hashCode(jpeg) * (31L * subject.index() + sample + 1);
    }

    long report(Stages stages) {
      stages.add("subject", paint * NANO);
      for (DrawStage stage : DrawStage.values()) {
        stages.add(EnumNames.of(stage), workspace.clock().nanos(stage) * NANO);
      }
      stages.add("jpeg", encode * NANO);
      return hash;
    }
  }
}
