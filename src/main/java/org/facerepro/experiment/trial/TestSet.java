package org.facerepro.experiment.trial;

import java.util.Optional;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Stage;

/** Names the faces that a verify stage was tested on, so that equal names mean equal faces. */
public final class TestSet {
  private TestSet() {}

  /**
   * Returns protocol and, of generated faces, their digest; nothing where the stage is none that
   * verifies single images, or did not run. Only such scores have two subjects to resample.
   */
  public static Optional<String> of(ExperimentSpec spec, RunResult result, String stage) {
    boolean ran = result.stage(stage).filter(record -> record.notRun() == null).isPresent();
    if (!ran
        || !(spec.stage(stage) instanceof Stage.Measuring verify)
        || !(verify instanceof Stage.Verify || verify instanceof Stage.VerifyGroups)) {
      return Optional.empty();
    }
    if (!(spec.stage(verify.embeddings()) instanceof Stage.Embed embed)) {
      throw new IllegalStateException(verify.embeddings() + " is no embed stage");
    }
    String faces = embed.faces();
    return Optional.of(
        faces == null
            ? embed.protocol()
            : embed.protocol() + " " + result.stage(faces).map(RunResult.StageRecord::payload));
  }
}
