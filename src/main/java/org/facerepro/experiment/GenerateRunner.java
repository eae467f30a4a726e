package org.facerepro.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratedFace;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;

/** Renders subjects on all cores and writes them in order, so that threads leave no trace. */
final class GenerateRunner implements StageRunner<Stage.Generate> {
  private static final int SAMPLES_PER_SHARD = 1000;
  private static final int JPEG_QUALITY = 95;

  /** Subjects rendered ahead of the writer, per thread. */
  private static final int AHEAD = 3;

  @Override
  public List<String> codePackages() {
    return List.of("core", "image", "face", "data");
  }

  @Override
  public boolean usesEngine() {
    return false;
  }

  @Override
  public void run(Stage.Generate stage, Work work) {
    GeneratorSpec spec = stage.generator();
    FaceGenerator generator = new FaceGenerator(spec, work.seed());
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    int total = spec.subjects() * spec.samplesPerSubject();
    try (FaceSetWriter writer =
            FaceSetWriter.resume(work.payload(), info(spec), SAMPLES_PER_SHARD);
        Progress.Task task = work.workspace().progress().start(work.name(), total, "faces")) {
      int written = writer.written();
      task.advance(written);
      write(writer, generator, spec, written, pool, threads, task);
      writer.complete();
    } finally {
      pool.shutdownNow();
    }
  }

  private static void write(
      FaceSetWriter writer,
      FaceGenerator generator,
      GeneratorSpec spec,
      int written,
      ExecutorService pool,
      int threads,
      Progress.Task task) {
    int next = written / spec.samplesPerSubject();
    int skip = written % spec.samplesPerSubject();
    Deque<Future<List<FaceSample>>> ahead = new ArrayDeque<>();
    while (next < spec.subjects() || !ahead.isEmpty()) {
      while (next < spec.subjects() && ahead.size() < AHEAD * threads) {
        int subject = next++;
        int first = skip;
        skip = 0;
        ahead.add(pool.submit(() -> render(generator, spec, subject, first)));
      }
      for (FaceSample sample : result(ahead.remove())) {
        writer.add(sample);
        task.advance(1);
      }
    }
  }

  private static List<FaceSample> render(
      FaceGenerator generator, GeneratorSpec spec, int subject, int first) {
    String id = String.format(Locale.ROOT, "%s-%06d", EnumNames.of(spec.domain()), subject);
    SubjectGenerator faces = generator.subject(subject);
    List<FaceSample> samples = new ArrayList<>();
    for (int i = first; i < spec.samplesPerSubject(); i++) {
      GeneratedFace face = faces.sample(i);
      samples.add(
          FaceSample.takeOver(
              String.format(Locale.ROOT, "%s-%03d", id, i),
              id,
              PictureFormat.JPEG,
              ImageCodec.jpeg(face.image(), JPEG_QUALITY),
              Json.tree(face.parameters())));
    }
    return samples;
  }

  private static FaceSetInfo info(GeneratorSpec spec) {
    return new FaceSetInfo(EnumNames.of(spec.domain()), "Apache-2.0", "none", GeneratorSpec.SIZE);
  }

  private static List<FaceSample> result(Future<List<FaceSample>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailedException("generation was interrupted; run again to go on", e);
    } catch (ExecutionException e) {
      throw new StageFailedException("a face could not be rendered: " + e.getCause(), e);
    }
  }
}
