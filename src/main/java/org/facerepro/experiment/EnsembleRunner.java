package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.train.Ensemble;

/** Puts trained networks side by side. */
final class EnsembleRunner implements StageRunner<Stage.Ensemble> {

  @Override
  public List<String> code() {
    return List.of("core", "nn", "train");
  }

  @Override
  public boolean usesEngine() {
    return false;
  }

  @Override
  public MachineShare share() {
    return MachineShare.CORE;
  }

  /** The work itself is nothing; what embeds with it goes by what it is made of. */
  @Override
  public Optional<Workload> workload(Stage.Ensemble stage, Map<String, Workload> inputs) {
    int members = stage.members().size();
    return Optional.ofNullable(inputs.get(Stage.Ensemble.role(0)))
        .map(first -> new Workload(members, "networks", members + " of " + first.like(), 0));
  }

  @Override
  public void run(Stage.Ensemble stage, Work work) {
    List<Path> models = new ArrayList<>();
    for (int i = 0; i < stage.members().size(); i++) {
      models.add(work.input(Stage.Ensemble.role(i)));
    }
    Ensemble.join(models, stage.weightFormat(), work.payload());
  }
}
