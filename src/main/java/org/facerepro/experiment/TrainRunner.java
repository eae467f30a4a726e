package org.facerepro.experiment;

import java.util.List;
import org.facerepro.data.FaceSet;
import org.facerepro.train.RecogniserTrainer;

/** Trains a recogniser on generated faces; goes on from its last checkpoint. */
final class TrainRunner implements StageRunner<Stage.Train> {

  @Override
  public List<String> codePackages() {
    return List.of("core", "image", "data", "nn", "train");
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  @Override
  public void run(Stage.Train stage, Work work) {
    try (FaceSet faces = FaceSet.open(work.input("faces"));
        FaceSet dev = FaceSet.open(work.input("dev"))) {
      RecogniserTrainer.train(
          stage.recipe(),
          faces,
          dev,
          work.seed(),
          work.scratch(),
          work.payload(),
          work.workspace().compute(),
          work.workspace().progress());
    }
  }
}
