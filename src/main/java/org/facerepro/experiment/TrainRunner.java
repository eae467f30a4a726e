package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.EnumNames;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSet;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Safetensors;
import org.facerepro.train.FacePool;
import org.facerepro.train.LabelFraction;
import org.facerepro.train.ModelFacts;
import org.facerepro.train.PackedFaces;
import org.facerepro.train.RecogniserTrainer;

/** Trains a recogniser; goes on from its last checkpoint. */
final class TrainRunner implements StageRunner<Stage.Train> {
  /** Of the order of what two cores do; only for plans, and only until one is measured. */
  private static final Workload.Pace SMALL = new Workload.Pace(400, 50);

  private static final Workload.Pace LARGE = new Workload.Pace(8, 50);

  @Override
  public List<String> code() {
    return List.of("core", "image", "plot", "data", "nn", "train");
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  @Override
  public Optional<Workload> workload(Stage.Train stage, Map<String, Workload> inputs) {
    double pictures = 0;
    List<Addition> sources = stage.sources();
    for (int i = 0; i < sources.size(); i++) {
      Workload faces = inputs.get(Stage.Train.role(i));
      if (faces == null) {
        return Optional.empty();
      }
      LabelFraction labels = sources.get(i).labels();
      pictures += faces.pictures() * (labels == null ? 1 : labels.fraction());
    }
    NetSpec network = stage.recipe().network();
    return Optional.of(
        new Workload(
            pictures * Math.max(1, stage.recipe().epochs()),
            "pictures x epochs",
            EnumNames.of(network.backbone()) + " on " + network.inputSize() + " pixels",
            0));
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.Train stage) {
    Workload.Pace pace =
        switch (stage.recipe().network().backbone()) {
          case IR_NANO, IR_TINY, IR_MINI -> SMALL;
          default -> LARGE;
        };
    return Optional.of(pace);
  }

  @Override
  public void run(Stage.Train stage, Work work) {
    requireRoom(stage, work);
    PackedFaces dev = decode(work, "dev", stage.recipe().storedSide());
    RecogniserTrainer.train(
        stage.recipe(),
        pool(stage, work, dev),
        dev,
        stage.initial() == null ? null : weights(work.input("initial")),
        work.seed(),
        work.scratch(),
        work.payload(),
        work.workspace().compute(),
        work.workspace().progress());
  }

  /** All sets are held at once, so each alone may fit and all of them not. */
  private static void requireRoom(Stage.Train stage, Work work) {
    long pictures = samples(work, "dev");
    for (int i = 0; i < stage.sources().size(); i++) {
      pictures += samples(work, Stage.Train.role(i));
    }
    PackedFaces.requireRoom(pictures, stage.recipe().storedSide());
  }

  private static int samples(Work work, String role) {
    try (FaceSet set = FaceSet.open(work.input(role))) {
      return set.samples().size();
    }
  }

  private static FacePool pool(Stage.Train stage, Work work, PackedFaces dev) {
    List<FacePool.Source> sources = new ArrayList<>();
    for (Addition source : stage.sources()) {
      String role = Stage.Train.role(sources.size());
      PackedFaces faces = decode(work, role, stage.recipe().storedSide());
      requireApart(stage, source.faces(), faces.shared(dev));
      LabelFraction labels = source.labels();
      PackedFaces kept = labels == null ? faces : faces.part(labels);
      sources.add(new FacePool.Source(kept, source.weight()));
    }
    return FacePool.mixed(sources);
  }

  private static void requireApart(Stage.Train stage, String faces, int shared) {
    if (shared > 0) {
      throw new StageFailedException(
          ("%d pictures of '%s' are also in '%s', which is never trained on; take other people for"
                  + " one of them")
              .formatted(shared, stage.dev(), faces));
    }
  }

  private static PackedFaces decode(Work work, String role, int side) {
    try (FaceSet set = FaceSet.open(work.input(role))) {
      return PackedFaces.of(set, side, work.workspace().progress());
    }
  }

  private static Safetensors weights(Path model) {
    return Safetensors.read(model.resolve(ModelFacts.WEIGHTS_FILE));
  }
}
