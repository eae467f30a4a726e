package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectedCardTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final String CARD = "data/train-faces.json";

  @TempDir Path folder;
  private SmallArchive archive;

  @BeforeEach
  void pack() throws IOException {
    String yaml = Files.readString(HOME.resolve("fixtures/experiments/real-faces.yaml"));
    Path file = folder.resolve("real-faces.yaml");
    Files.writeString(file, PublishingRun.publishing(yaml));
    SmallRun run = SmallRun.ofFile(folder, file, 1).withLeakageReport();
    archive = SmallArchive.of(folder, PublishingRun.withNetwork(run, 1));
  }

  private DataCard card() {
    return new Contents(archive.contents()).read(CARD, DataCard.class);
  }

  @Test
  void archive_ofARunWithCollectedFaces_saysHowManyTheyAreAndHowToGetThem() {
    assertThat(card().pictures()).isEqualTo(1);
    assertThat(card().subjects()).isEqualTo(1);
    assertThat(card().origin()).startsWith("put people to learn from into own/faces");
    assertThat(archive.recomputeAsIs().findings()).isEmpty();
  }

  @Test
  void log_countsCollectedFaces() {
    assertThat(new Contents(archive.contents()).text(RunLog.FILE))
        .contains("collect train-faces: 1 pictures of 1 subjects");
  }

  @Test
  void cardOfTheNetwork_namesThemAsRealFacesWithTheirTerms() {
    PublishedModel model =
        new Contents(archive.contents()).read("models/recogniser.json", PublishedModel.class);
    assertThat(model.realFaces()).isEqualTo("train-faces (learnt), dev-faces (watched)");
    assertThat(model.faces()).allMatch(faces -> faces.licence().equals(card().licence()));
  }

  @Test
  void verify_ofACardOfOtherFaces_namesIt() throws IOException {
    archive.edit(CARD, card -> card.put("sha256", "0")).verify();
    assertThat(ArchiveVerifier.verify(archive.file()).findings())
        .extracting(ArchiveVerification.Finding::entry)
        .contains(CARD);
  }
}
