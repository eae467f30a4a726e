package org.facerepro.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Progress;
import org.facerepro.experiment.photograph.PieShoot;
import org.facerepro.experiment.photograph.PieTreeWriter;
import org.facerepro.face.Casting;
import org.facerepro.face.GeneratorSpec;

/** Photographs generated subjects as Multi-PIE was. */
final class MultiPieRunner implements StageRunner<Stage.MultiPie> {
  /** Of the order of what two cores do; only for plans, and only until one is measured. */
  private static final Workload.Pace ASSUMED = new Workload.Pace(250, 20_000);

  @Override
  public List<String> code() {
    return List.of("core", "image", "face", "protocol/multipie", "experiment/photograph");
  }

  @Override
  public boolean usesEngine() {
    return false;
  }

  @Override
  public Optional<Workload> workload(Stage.MultiPie stage, Map<String, Workload> inputs) {
    double pictures = stage.shoot().pictures();
    double part = (double) stage.generator().framing().size() / GeneratorSpec.SIZE;
    return Optional.of(
        new Workload(
            pictures * part * part,
            "pictures of " + GeneratorSpec.SIZE + " pixels",
            "the built-in generator in Multi-PIE's room",
            pictures));
  }

  @Override
  public Optional<Workload.Pace> assumedPace(Stage.MultiPie stage) {
    return Optional.of(ASSUMED);
  }

  @Override
  public void run(Stage.MultiPie stage, Work work) {
    PieShoot shoot = stage.shoot();
    Casting casting = stage.cast().map(People::casting).orElse(Casting.USUAL);
    PieTreeWriter writer =
        new PieTreeWriter(
            stage.generator(), work.seed(), casting, shoot, work.payload(), work.scratch());
    Progress progress = work.workspace().progress();
    try (Progress.Task task = progress.start(work.name(), shoot.pictures(), "pictures")) {
      writer.write(Runtime.getRuntime().availableProcessors(), task::advance);
    }
  }
}
