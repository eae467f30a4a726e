package org.facerepro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.SpecException;
import org.facerepro.nn.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final List<EpochReport> EPOCHS =
      List.of(
          new EpochReport(0, 0.1, 3.25, 0.5, null),
          new EpochReport(1, 0.05, 0.1 + 0.2, 1 / 3.0, new VerificationScore(0.75, 0.8)));
  private static final Map<String, Tensor> TENSORS =
      Map.of("w", Tensor.takeOver(new float[] {1, -0f, Float.MIN_VALUE}, 3));

  private final Path folder;

  CheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Optional<Checkpoint> latest(String fingerprint) {
    return new Checkpoints(folder, fingerprint, Keep.LAST).latest();
  }

  @Test
  void read_givesBackExactlyWhatWasWritten() {
    Checkpoint.write(folder.resolve(Checkpoint.FILE), "f", EPOCHS, TENSORS);
    assertThat(latest("f"))
        .hasValueSatisfying(
            checkpoint -> {
              assertThat(checkpoint.epochs()).isEqualTo(EPOCHS);
              assertThat(checkpoint.tensors().tensors()).isEqualTo(TENSORS);
            });
  }

  @Test
  void read_ofAnEmptyFolder_isEmpty() {
    assertThat(latest("f")).isEmpty();
  }

  @Test
  void read_ofAnotherTrainingsCheckpoint_isRefused() {
    Checkpoint.write(folder.resolve(Checkpoint.FILE), "f", EPOCHS, TENSORS);
    assertThatThrownBy(() -> latest("g"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("another specification");
  }

  @Test
  void read_ofADamagedCheckpoint_findsNoneSoThatTrainingStartsAfresh() throws IOException {
    Checkpoint.write(folder.resolve(Checkpoint.FILE), "f", EPOCHS, TENSORS);
    Files.writeString(folder.resolve(Checkpoint.FILE), "broken");
    assertThat(latest("f")).isEmpty();
  }
}
