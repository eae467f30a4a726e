package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.face.FaceGenerator;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.face.SubjectGenerator;
import org.facerepro.face.scene.GeneratedFace;
import org.facerepro.face.scene.RenderWorkspace;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.PictureFormat;

/** Renders subjects on all cores and writes them in order, so that threads leave no trace. */
final class GenerateRunner implements StageRunner<Stage.Generate> {

  /** Subjects rendered ahead of the writer, per thread. */
  private static final int AHEAD = 3;

  private final int samplesPerShard;
  private final int threads;

  GenerateRunner() {
    this(1000, Runtime.getRuntime().availableProcessors());
  }

  GenerateRunner(int samplesPerShard, int threads) {
    this.samplesPerShard = samplesPerShard;
    this.threads = threads;
  }

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
    fill(stage, work.seed(), work.payload(), work.name(), work.workspace().progress());
  }

  /** Renders into a folder; goes on where an interrupted call stopped. */
  void fill(Stage.Generate stage, Seed seed, Path payload, String name, Progress progress) {
    GeneratorSpec spec = stage.generator();
    Renderer renderer = new Renderer(new FaceGenerator(spec, seed), threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    int total = spec.subjects() * spec.samplesPerSubject();
    try (FaceSetWriter writer = FaceSetWriter.resume(payload, info(spec), samplesPerShard);
        Progress.Task task = progress.start(name, total, "faces")) {
      int written = writer.written();
      task.advance(written);
      write(writer, renderer, spec, written, pool, task);
      writer.complete();
    } finally {
      pool.shutdownNow();
    }
  }

  private void write(
      FaceSetWriter writer,
      Renderer renderer,
      GeneratorSpec spec,
      int written,
      ExecutorService pool,
      Progress.Task task) {
    int next = written / spec.samplesPerSubject();
    int skip = written % spec.samplesPerSubject();
    Deque<Future<List<FaceSample>>> ahead = new ArrayDeque<>();
    while (next < spec.subjects() || !ahead.isEmpty()) {
      while (next < spec.subjects() && ahead.size() < AHEAD * threads) {
        int subject = next++;
        int first = skip;
        skip = 0;
        ahead.add(pool.submit(() -> renderer.render(subject, first)));
      }
      for (FaceSample sample : result(ahead.remove())) {
        writer.add(sample);
        task.advance(1);
      }
    }
  }

  /** Renders subjects with one set of buffers for each thread. */
  private static final class Renderer {
    private final FaceGenerator generator;
    private final BlockingQueue<RenderWorkspace> idle;

    Renderer(FaceGenerator generator, int threads) {
      this.generator = generator;
      this.idle = new ArrayBlockingQueue<>(threads);
      for (int i = 0; i < threads; i++) {
        idle.add(generator.newWorkspace());
      }
    }

    List<FaceSample> render(int subject, int first) throws InterruptedException {
      RenderWorkspace workspace = idle.take();
      try {
        GeneratorSpec spec = generator.spec();
        String id = String.format(Locale.ROOT, "%s-%06d", spec.domain().label(), subject);
        SubjectGenerator faces = generator.subject(subject, workspace);
        List<FaceSample> samples = new ArrayList<>();
        for (int i = first; i < spec.samplesPerSubject(); i++) {
          samples.add(sample(id, i, faces.sample(i)));
        }
        return samples;
      } finally {
        idle.add(workspace);
      }
    }

    private static FaceSample sample(String subject, int number, GeneratedFace face) {
      return FaceSample.takeOver(
          String.format(Locale.ROOT, "%s-%03d", subject, number),
          subject,
          PictureFormat.JPEG,
          ImageCodec.jpeg(face.image(), face.parameters().jpegQuality()),
          Json.tree(face.parameters()));
    }
  }

  private static FaceSetInfo info(GeneratorSpec spec) {
    return new FaceSetInfo(spec.domain().label(), "Apache-2.0", "none", GeneratorSpec.SIZE);
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
