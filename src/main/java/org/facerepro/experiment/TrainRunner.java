package org.facerepro.experiment;

import java.util.List;
import org.facerepro.data.FaceSet;
import org.facerepro.image.Resize;
import org.facerepro.train.PackedFaces;
import org.facerepro.train.RecogniserTrainer;
import org.facerepro.train.TrainSpec;

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
          pack(faces, stage.recipe()),
          pack(dev, stage.recipe()),
          work.seed(),
          work.scratch(),
          work.payload(),
          work.workspace().compute(),
          work.workspace().progress());
    }
  }

  private static PackedFaces pack(FaceSet faces, TrainSpec recipe) {
    int side = PackedFaces.storedSide(recipe.network().inputSize());
    byte[][] pictures =
        faces.samples().parallelStream()
            .map(entry -> Resize.area(faces.decode(entry), side, side).toBytes())
            .toArray(byte[][]::new);
    return PackedFaces.takeOver(side, pictures, faces.subjectNumbers());
  }
}
