package org.facerepro.experiment.bench;

import java.util.List;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Seed;
import org.facerepro.image.DigiFace;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Rectifier;
import org.facerepro.nn.loss.LossSpec;
import org.facerepro.train.FacePool;
import org.facerepro.train.OptimiserSpec;
import org.facerepro.train.PackedFaces;
import org.facerepro.train.Schedule;
import org.facerepro.train.TrainSpec;
import org.facerepro.train.TrainingLoop;

/**
 * Steps of a training through its real loop: pictures of the built-in generator held decoded,
 * augmented ahead of the device; forward, backward, SGD with momentum and weight decay.
 *
 * @param id name of the case
 * @param network what is trained
 * @param batchSize pictures a step
 * @param steps of a run
 */
record TrainingCase(String id, NetSpec network, int batchSize, int steps) implements BenchCase {
  private static final int EPOCHS = 10_000;

  static TrainingCase irMini() {
    NetSpec network = new NetSpec(Backbone.IR_MINI, Rectifier.PRELU, 112, 128);
    return new TrainingCase("train-ir-mini", network, 64, 20);
  }

  static TrainingCase iresnet50() {
    NetSpec network = new NetSpec(Backbone.IRESNET_50, null, 112, 512);
    return new TrainingCase("train-iresnet50", network, 16, 6);
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.TRAIN;
  }

  @Override
  public Prepared prepare(double scale) {
    int count = BenchCase.scaled(steps, scale, 1);
    TrainSpec spec = recipe();
    PackedFaces faces = GeneratedPictures.of(count * batchSize, spec.storedSide());
    TrainingLoop loop = new TrainingLoop(spec, FacePool.of(faces), new Seed(1), Compute.of("auto"));
    return new Running(this, loop);
  }

  private TrainSpec recipe() {
    return new TrainSpec(
        network,
        EPOCHS,
        batchSize,
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
        null);
  }

  private record Running(TrainingCase of, TrainingLoop loop) implements Prepared {
    @Override
    public int images() {
      return loop.steps() * of.batchSize;
    }

    @Override
    public String input() {
      return "%d steps of %d pictures of %d x %d, digi-face augmentation, %s"
          .formatted(
              loop.steps(),
              of.batchSize,
              of.network.inputSize(),
              of.network.inputSize(),
              Compute.of("auto"));
    }

    @Override
    public Object run(Stages stages) {
      TrainingLoop.Pace pace = loop.epoch();
      if (!Double.isFinite(pace.loss())) {
        throw new IllegalStateException("case %s: the loss is %s".formatted(of.id, pace.loss()));
      }
      pace.seconds().forEach((part, seconds) -> stages.add(EnumNames.of(part), seconds));
      return pace.steps();
    }

    @Override
    public void close() {
      loop.close();
    }
  }
}
