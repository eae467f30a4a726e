package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that carries a network which was given the statistics of real faces. */
class PublishedRenormalisedTest {
  @TempDir Path folder;
  private SmallArchive archive;

  @BeforeEach
  void pack() throws IOException {
    SmallRun run = SmallRun.ofFile(folder, PublishingRun.renormalised(folder), 1);
    archive = SmallArchive.of(folder, PublishingRun.withNetwork(run, 1).withLeakageReport());
  }

  private PublishedModel card() {
    return new Contents(archive.contents()).read("models/adapted.json", PublishedModel.class);
  }

  @Test
  void card_saysThatRealFacesGaveStatisticsAndWereNotTrainedOn() {
    assertThat(card().realFaces()).isEqualTo("none");
    assertThat(card().realStatistics()).hasSize(1);
    assertThat(card().faces())
        .filteredOn(faces -> faces.use().equals("normalised"))
        .singleElement()
        .satisfies(faces -> assertThat(faces.stage()).isEqualTo("people"))
        .satisfies(faces -> assertThat(faces.real()).isTrue());
  }

  @Test
  void card_namesTheTrainingBehindIt() {
    assertThat(card().trained()).containsExactly("recogniser");
    assertThat(card().training()).isNotNull();
  }

  @Test
  void archive_carriesItsWeightsAndRecomputes() throws IOException {
    assertThat(archive.contents().keySet())
        .filteredOn(name -> name.endsWith(".safetensors"))
        .containsExactly("renormalise/adapted/model.safetensors");
    assertThat(archive.recomputeAsIs().findings()).isEmpty();
  }
}
