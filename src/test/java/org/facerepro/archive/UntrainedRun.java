package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentRunner;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Workspace;
import org.facerepro.experiment.evaluation.ModelFaces;
import org.facerepro.experiment.evaluation.ModelUse;
import org.facerepro.experiment.evaluation.OpenProtocol;
import org.facerepro.experiment.leakage.LeakageCheck;
import org.facerepro.experiment.leakage.LeakageReport;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FlipMode;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.train.embedding.FaceModel;
import org.jspecify.annotations.Nullable;

/** A real run of the fixture tiny with another test, its network as it was drawn, packed. */
record UntrainedRun(ExperimentSpec spec, CompletedRun run, LeakageReport leakage, Path archive) {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  /**
   * Returns the fixture without its test and without training.
   *
   * @param id what it is called
   * @param test stages and gates in the place of the fixture's
   */
  static String specification(String id, String test) throws IOException {
    String tiny = Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
    return tiny.substring(0, tiny.indexOf("  proxy-real-embeddings:"))
            .replace("id: tiny", "id: " + id)
            .replaceAll("  proxy-faces:.*\n", "")
            .replace("epochs: 3", "epochs: 0")
            .replace("marginStartEpoch: 1", "marginStartEpoch: 0")
        + test;
  }

  static UntrainedRun of(Path folder, String specification, @Nullable Path data)
      throws IOException {
    Path file = Files.writeString(folder.resolve("untrained.yaml"), specification);
    ArtifactStore store = new ArtifactStore(folder.resolve("store"));
    Compute cpu = Compute.of("cpu");
    Workspace workspace = new Workspace(HOME, store, data, cpu, Progress.SILENT);
    ExperimentSpec spec = ExperimentSpec.read(file, Scale.EMBEDDED);
    CompletedRun run = new ExperimentRunner(workspace).run(spec, Scale.EMBEDDED, 1);
    LeakageReport leakage = new LeakageCheck(workspace).check(spec, run);
    Path archive = folder.resolve("untrained.tar.gz");
    RunSource source =
        new RunSource(
            file, Environment.capture(HOME, cpu), workspace.protocols(), Imprint.unnamed(run));
    ResultArchive.write(archive, run, source, Map.of());
    return new UntrainedRun(spec, run, leakage, archive);
  }

  /**
   * Evaluates the same network without an experiment.
   *
   * @param data where the files of the protocol lie
   * @param store where embeddings are kept
   */
  EvaluationResult evaluated(String protocol, Path data, Path store) {
    FaceModel model = FaceModel.at(run.folder("recogniser"), null, FlipMode.SUM);
    try (OpenProtocol opened =
        OpenProtocol.onFiles(OpenedSets.declaration(protocol, Map.of("release", "any")), data)) {
      ModelUse use = ModelUse.of(model, opened);
      ModelFaces faces =
          ModelFaces.embed(use.set(), use.model(), Compute.of("cpu"), store, 8, Progress.SILENT);
      return use.set().evaluate(faces.faces().embeddings(), faces.faces().failed(), new Seed(1));
    }
  }
}
