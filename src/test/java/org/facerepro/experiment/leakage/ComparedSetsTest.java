package org.facerepro.experiment.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.leakage.LeakageReport.Use;
import org.junit.jupiter.api.Test;

class ComparedSetsTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String EMBED = "  proxy-real-embeddings:\n";
  private static final String STRANGERS =
      """
        strangers:
          kind: generate
          generator: {domain: proxy-real, subjects: 40, samplesPerSubject: 2}
        adapted: {kind: renormalise, model: recogniser, faces: %s}
      """;

  /** A specification that tests the network with the statistics of some faces. */
  private static ExperimentSpec spec(String faces) throws IOException {
    String text = Files.readString(HOME.resolve("fixtures/experiments/tiny.yaml"));
    String stages = STRANGERS.formatted(faces);
    if (!faces.equals("strangers")) {
      stages = stages.substring(stages.indexOf("  adapted:"));
    }
    return ExperimentSpec.parse(
        text.replace(EMBED, stages + EMBED)
            .replace("embed, model: recogniser", "embed, model: adapted"),
        "tiny.yaml",
        Scale.EMBEDDED);
  }

  @Test
  void facesThatGaveStatistics_areHeldAgainstTheTest() throws IOException {
    assertThat(ComparedSets.of(spec("strangers")))
        .filteredOn(pair -> pair.use() == Use.NORMALISED)
        .singleElement()
        .satisfies(pair -> assertThat(pair.first()).isEqualTo("strangers"))
        .satisfies(pair -> assertThat(pair.second()).isEqualTo("proxy-real"));
  }

  @Test
  void facesThatWereLearntFrom_areHeldAgainstTheTestOnce() throws IOException {
    assertThat(ComparedSets.of(spec("train-faces")))
        .filteredOn(pair -> pair.first().equals("train-faces") && pair.use() != Use.HELD_OUT)
        .singleElement()
        .satisfies(pair -> assertThat(pair.use()).isEqualTo(Use.LEARNT));
  }
}
