package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.facerepro.core.SpecException;
import org.facerepro.nn.WeightFormat;
import org.junit.jupiter.api.Test;

/** What a specification with networks under other statistics means, and what is wrong in one. */
class RenormaliseTest {
  private static final String NEXT = "  proxy-real-embeddings:\n";
  private static final String ADAPTED =
      "  adapted: {kind: renormalise, model: recogniser, faces: dev-faces, weights: float16}\n";

  private static ExperimentSpec spec(String stages, String used) throws IOException {
    String text =
        SpecMistake.valid()
            .replace(NEXT, stages + NEXT)
            .replace("model: recogniser, protocol", "model: " + used + ", protocol")
            .replace("    model: recogniser\n", "    model: " + used + "\n");
    return ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED);
  }

  @Test
  void network_hasTheTrainingOfTheOneThatItIsMadeFrom() throws IOException {
    ExperimentSpec spec = spec(ADAPTED, "adapted");
    assertThat(spec.trained("adapted")).containsExactly("recogniser");
    assertThat(spec.trainings("adapted")).isEqualTo(spec.trainings("recogniser"));
    assertThat(spec.statistics("adapted")).containsExactly("dev-faces");
    assertThat(spec.statistics("recogniser")).isEmpty();
    assertThat(spec.weightFormat("adapted")).isEqualTo(WeightFormat.FLOAT16);
  }

  @Test
  void networks_standSideBySideAsTrainedOnesDo() throws IOException {
    String both = "  both: {kind: ensemble, members: [recogniser, adapted]}\n";
    ExperimentSpec spec = spec(ADAPTED + both, "both");
    assertThat(spec.trained("both")).containsExactly("recogniser", "recogniser");
    assertThat(spec.statistics("both")).containsExactly("dev-faces");
  }

  @Test
  void anEnsemble_cannotBeGivenStatistics() {
    String stages =
        ADAPTED
            + "  both: {kind: ensemble, members: [recogniser, adapted]}\n"
            + "  again: {kind: renormalise, model: both, faces: dev-faces}\n";
    assertThatThrownBy(() -> spec(stages, "again"))
        .isInstanceOf(SpecException.class)
        .hasMessageEndingWith("stages/again/model: expected a stage of kind train, got 'both'");
  }
}
