package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.ShardFolder;
import org.facerepro.data.ShardPlan;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.FaceSources;
import org.facerepro.experiment.generation.RenderPool;
import org.facerepro.experiment.generation.ShardRendering;
import org.facerepro.face.Casting;
import org.facerepro.face.GeneratorSpec;
import org.facerepro.image.PictureFormat;

/** Renders subjects on all cores and writes them in order, so that threads leave no trace. */
final class GenerateRunner implements StageRunner<Stage.Generate> {
  /** Of the order of what present machines do; only for plans, and only until one is measured. */
  private static final double PICTURES_PER_CORE_SECOND = 200;

  private static final double BYTES_PER_PICTURE = 8_000;

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
  public List<String> code() {
    return List.of("core", "image", "face", "data", "experiment/generation");
  }

  @Override
  public boolean usesEngine() {
    return false;
  }

  @Override
  public Optional<Workload> workload(Stage.Generate stage, Map<String, Workload> inputs) {
    GeneratorSpec spec = stage.generator();
    double pictures = (double) spec.subjects() * spec.samplesPerSubject();
    double side = spec.size() == null ? GeneratorSpec.SIZE : spec.size();
    String source = spec.model() == null ? "the built-in generator" : "a morphable model";
    return Optional.of(
        new Workload(
            pictures * Math.pow(side / GeneratorSpec.SIZE, 2),
            "pictures of " + GeneratorSpec.SIZE + " pixels",
            source,
            pictures));
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.Generate stage) {
    return Optional.of(new Workload.Pace(threads * PICTURES_PER_CORE_SECOND, BYTES_PER_PICTURE));
  }

  @Override
  public void run(Stage.Generate stage, Work work) {
    fill(stage, work.seed(), work.payload(), work.name(), work.workspace().progress());
  }

  /** Renders into a folder; goes on where an interrupted call stopped. */
  void fill(Stage.Generate stage, Seed seed, Path payload, String name, Progress progress) {
    FaceSource source =
        FaceSources.of(
            stage.generator(),
            seed,
            PictureFormat.JPEG,
            stage.cast().map(People::casting).orElse(Casting.USUAL));
    ShardPlan plan = new ShardPlan(source.samples(), samplesPerShard);
    ShardFolder folder = ShardFolder.open(payload, source.info(), plan, origin(stage, seed));
    List<Integer> shards = IntStream.range(0, plan.shards()).boxed().toList();
    try (RenderPool pool = new RenderPool(source, threads);
        Progress.Task task = progress.start(name, plan.samples(), "faces")) {
      ShardRendering rendering = new ShardRendering(pool, folder);
      task.advance(rendering.present(shards));
      rendering.run(shards, task::advance);
      folder.join();
    }
  }

  /** The store keeps versions of the program apart; within a payload these two tell all. */
  private static String origin(Stage.Generate stage, Seed seed) {
    return Sha256.of(Json.compact(stage) + seed.value()).hex();
  }
}
