package org.facerepro.experiment.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.facerepro.core.Seed;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.render.ModelGenerator;
import org.facerepro.face.render.ModelSpec;

/**
 * Pictures of a morphable model with all its components: draws, instance, normals, projection,
 * raster, smooth edges, soft light, PNG in memory. Ten pictures of each subject; stages are summed
 * over the threads.
 *
 * @param model the model
 * @param size side of the pictures, pixels
 * @param threads workers
 */
record ModelPicturesCase(MorphableModel model, int size, int threads) implements BenchCase {
  private static final int SAMPLES = 10;
  private static final int SUBJECTS_AT_ONCE = 16;

  /** Pictures of a run, about as many pixels at every size. */
  private static final int PIXELS = 128 * 224 * 224 * SAMPLES;

  @Override
  public String id() {
    return "generator-" + size;
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.GENERATOR;
  }

  @Override
  public Prepared prepare(double scale) {
    int full = PIXELS / SAMPLES / size / size / SUBJECTS_AT_ONCE;
    int groups = BenchCase.scaled(Math.max(threads, full), scale, threads);
    ModelSpec spec = ModelSpec.of(groups * SUBJECTS_AT_ONCE, SAMPLES, size);
    return new Data(new ModelGenerator(model, spec, new Seed(1)), groups, threads);
  }

  private record Data(ModelGenerator generator, int groups, int threads) implements Prepared {
    @Override
    public int images() {
      return generator.spec().subjects() * SAMPLES;
    }

    @Override
    public String input() {
      ModelSpec spec = generator.spec();
      return String.format(
          Locale.ROOT,
          "%d subjects x %d pictures of %d x %d, %d vertices, %d+%d+%d components, %d threads",
          spec.subjects(),
          spec.samples(),
          spec.width(),
          spec.height(),
          generator.model().vertexCount(),
          generator.model().shape().components(),
          generator.model().colour().components(),
          generator.model().expression().components(),
          threads);
    }

    @Override
    public Object run(Stages stages) {
      AtomicInteger next = new AtomicInteger();
      long sum = 0;
      for (PictureWorker worker : Workers.run(threads, () -> work(next))) {
        sum += worker.report(stages);
      }
      return sum;
    }

    private PictureWorker work(AtomicInteger next) {
      PictureWorker worker = new PictureWorker(generator);
      for (int group = next.getAndIncrement(); group < groups; group = next.getAndIncrement()) {
        worker.draw(group * SUBJECTS_AT_ONCE, SUBJECTS_AT_ONCE);
      }
      return worker;
    }
  }
}
