package org.facerepro.experiment.bench;

import java.util.List;
import java.util.Map;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Seed;
import org.facerepro.image.DigiFace;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Precision;
import org.facerepro.nn.Rectifier;
import org.facerepro.nn.loss.LossSpec;
import org.facerepro.train.Crop;
import org.facerepro.train.FacePool;
import org.facerepro.train.OptimiserSpec;
import org.facerepro.train.PackedFaces;
import org.facerepro.train.Schedule;
import org.facerepro.train.StepPart;
import org.facerepro.train.TrainSpec;
import org.facerepro.train.TrainingLoop;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a training through its real loop: pictures of the built-in generator held decoded,
 * augmented ahead of the device; forward, backward, SGD with momentum and weight decay.
 *
 * @param id name of the case
 * @param network what is trained
 * @param precision of convolutions; null for float32
 * @param batchSize pictures a step
 * @param steps of a run
 */
record TrainingCase(
    String id, NetSpec network, @Nullable Precision precision, int batchSize, int steps)
    implements BenchCase {
  private static final int EPOCHS = 10_000;

  static TrainingCase irMini() {
    NetSpec network = new NetSpec(Backbone.IR_MINI, Rectifier.PRELU, 112, 128);
    return new TrainingCase("train-ir-mini", network, null, 64, 20);
  }

  static TrainingCase iresnet50() {
    NetSpec network = new NetSpec(Backbone.IRESNET_50, null, 112, 512);
    return new TrainingCase("train-iresnet50", network, null, 16, 6);
  }

  /** Returns the same with convolutions in bfloat16. */
  TrainingCase inBfloat16() {
    return new TrainingCase(id + "-bfloat16", network, Precision.BFLOAT16, batchSize, steps);
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.TRAIN;
  }

  /** Makes 2,000 steps, some tens of seconds, that memory is watched over. */
  static SteadyTrainingCase steady() {
    NetSpec network = new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 32, 16);
    return new SteadyTrainingCase(new TrainingCase("train-steady", network, null, 16, 200));
  }

  @Override
  public Prepared prepare(double scale) {
    return new Running(this, loop(scale));
  }

  /** Makes a fresh training whose epochs have a run's steps. */
  TrainingLoop loop(double scale) {
    int count = BenchCase.scaled(steps, scale, 1);
    TrainSpec spec = recipe();
    PackedFaces faces = GeneratedPictures.of(count * batchSize, spec.storedSide());
    return new TrainingLoop(spec, FacePool.of(faces), new Seed(1), Compute.of("auto"));
  }

  /** Learns for an epoch, whose times go to the stages. */
  TrainingLoop.Pace learn(TrainingLoop loop, Stages stages) {
    TrainingLoop.Pace pace = loop.epoch();
    if (!Double.isFinite(pace.loss())) {
      throw new IllegalStateException("case %s: the loss is %s".formatted(id, pace.loss()));
    }
    pace.seconds().forEach((part, seconds) -> stages.add(EnumNames.of(part), seconds));
    return pace;
  }

  String input(TrainingLoop loop) {
    return "%d steps of %d pictures of %d x %d, digi-face augmentation, %s"
        .formatted(
            loop.steps(), batchSize, network.inputSize(), network.inputSize(), Compute.of("auto"));
  }

  private TrainSpec recipe() {
    return new TrainSpec(
        network,
        EPOCHS,
        batchSize,
        precision,
        new OptimiserSpec.Sgd(0.02, 0.9, false, 5e-4, null),
        new Schedule.MultiStep(0, List.of(), 1),
        new LossSpec.ArcFace(0.5, 64),
        0,
        0,
        new DigiFace(0.5, 1),
        null,
        null,
        null,
        null,
        null,
        Crop.WHOLE,
        null);
  }

  private static final class Running implements Prepared {
    private final TrainingCase recipe;
    private final TrainingLoop loop;
    private double input;
    private double all;

    Running(TrainingCase recipe, TrainingLoop loop) {
      this.recipe = recipe;
      this.loop = loop;
    }

    @Override
    public int images() {
      return loop.steps() * recipe.batchSize;
    }

    @Override
    public String input() {
      return recipe.input(loop);
    }

    @Override
    public Object run(Stages stages) {
      TrainingLoop.Pace pace = recipe.learn(loop, stages);
      input += pace.seconds().getOrDefault(StepPart.INPUT, 0.0);
      all += pace.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
      return pace.steps();
    }

    @Override
    public Map<String, Double> figures() {
      return Map.of("inputWaitShare", input / all);
    }

    @Override
    public void close() {
      loop.close();
    }
  }
}
