package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.adapt.BatchStatistics;
import org.facerepro.data.FaceSet;

/** Passes faces through a trained network and keeps the statistics of its layers. */
final class RenormaliseRunner implements StageRunner<Renormalise> {

  @Override
  public List<String> code() {
    return List.of("core", "image", "data", "nn", "train", "adapt");
  }

  @Override
  public boolean usesEngine() {
    return true;
  }

  /** Each face passes with its mirror image. */
  @Override
  public Optional<Workload> workload(Renormalise stage, Map<String, Workload> inputs) {
    Workload model = inputs.get("model");
    Workload faces = inputs.get("faces");
    return model == null || faces == null
        ? Optional.empty()
        : Optional.of(new Workload(2 * faces.pictures(), "pictures", model.like(), 0));
  }

  @Override
  public void run(Renormalise stage, Work work) {
    try (FaceSet faces = FaceSet.open(work.input("faces"))) {
      BatchStatistics.renew(
          work.input("model"),
          faces,
          work.seed(),
          stage.weightFormat(),
          work.workspace().compute(),
          work.workspace().progress(),
          work.payload());
    }
  }
}
