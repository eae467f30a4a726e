package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.facerepro.nn.Compute;
import org.facerepro.train.Recogniser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that carries two networks side by side as one model. */
class PublishedEnsembleTest {
  private static final String WEIGHTS = "ensemble/both/model.safetensors";

  @TempDir Path folder;
  private SmallArchive archive;

  @BeforeEach
  void pack() throws IOException {
    SmallRun run = SmallRun.ofFile(folder, PublishingRun.ensemble(folder), 1);
    archive = SmallArchive.of(folder, PublishingRun.withNetwork(run, 1).withLeakageReport());
  }

  private byte[] entry(String name) {
    return Objects.requireNonNull(archive.contents().get(name), name);
  }

  @Test
  void archive_carriesTheWeightsOfTheEnsembleAlone() throws IOException {
    assertThat(entry(WEIGHTS))
        .isEqualTo(Files.readAllBytes(folder.resolve("store/both/model.safetensors")));
    assertThat(archive.contents().keySet())
        .filteredOn(name -> name.endsWith(".safetensors"))
        .containsExactly(WEIGHTS);
    assertThat(archive.recomputeAsIs().findings()).isEmpty();
  }

  @Test
  void card_namesTheTrainingsAndAllFacesThatTheySaw() {
    PublishedModel card =
        new Contents(archive.contents()).read("models/both.json", PublishedModel.class);
    assertThat(card.trained()).containsExactly("recogniser", "second");
    assertThat(card.training()).isNull();
    assertThat(card.bytes()).isEqualTo(entry(WEIGHTS).length);
    assertThat(card.faces())
        .extracting(PublishedModel.Faces::stage)
        .containsExactlyInAnyOrder("train-faces", "dev-faces");
  }

  @Test
  void model_ofTheArchive_opensWithAllItsNetworks() {
    try (ArchivedModel model = ArchivedModel.open(archive.file());
        Recogniser recogniser = Recogniser.open(model.folder(), Compute.of("cpu"))) {
      assertThat(recogniser.facts().dimension()).isEqualTo(32);
    }
  }
}
