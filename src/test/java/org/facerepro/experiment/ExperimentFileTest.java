package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {
  /** From line 65 on. */
  private static final String ARMS =
      """
      arms:
        few:
          train-faces: {generator: {subjects: 6}}
          proxy-real-embeddings: {flip: false}
      sweep:
        epochs: {set: recogniser/recipe/epochs, values: [2, 4]}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "reproduces, EMBEDDED, 5",
    "stages/proxy-real-embeddings/protocol, EMBEDDED, 43",
    "stages/recogniser/initial, EMBEDDED, 14",
    "gates/every-comparison-is-made/metric, EMBEDDED, 58",
    "claims/T-1/source, EMBEDDED, 49",
    "seeds, EMBEDDED, 8",
    "seeds, SAMPLE, 64",
    "stages/proxy-real-embeddings@few/flip, EMBEDDED, 68",
    "stages/proxy-real-embeddings@few/protocol, EMBEDDED, 43",
    "stages/proxy-real@few/kind, EMBEDDED, 66",
    "stages/recogniser@epochs=2/recipe/epochs, EMBEDDED, 70"
  })
  void error_ofAMistakeFoundLater_namesTheLineOfItsKey(String key, Scale scale, int line)
      throws IOException {
    Path file = Files.writeString(folder.resolve("spec.yaml"), SpecMistake.valid() + ARMS);
    ExperimentFile read = new ExperimentFile(file, scale);
    assertThat(read.read().stages()).containsKey("proxy-real@few");
    assertThat(read.error(new InvalidValueException(key, "this", "that")))
        .isInstanceOf(SpecException.class)
        .hasMessage("%s:%d: %s: expected this, got that".formatted(file, line, key));
  }
}
