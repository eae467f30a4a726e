package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Publication;
import org.facerepro.experiment.Scale;
import org.facerepro.nn.WeightFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedModelTest {
  private static final String CARD = "models/recogniser.json";
  private static final String WEIGHTS = "train/recogniser/model.safetensors";

  @TempDir Path folder;
  private SmallArchive archive;

  @BeforeEach
  void pack() throws IOException {
    archive = SmallArchive.of(folder, PublishingRun.of(folder, "headline", 1).withLeakageReport());
  }

  private PublishedModel card() {
    return new Contents(archive.contents()).read(CARD, PublishedModel.class);
  }

  @Test
  void archive_ofARunThatPublishes_carriesTheVeryWeightsOfTheStage() throws IOException {
    byte[] trained = Files.readAllBytes(folder.resolve("store/recogniser/model.safetensors"));
    assertThat(archive.contents().get(WEIGHTS)).isEqualTo(trained);
    assertThat(archive.recomputeAsIs().findings()).isEmpty();
  }

  @Test
  void card_saysWhatTheNetworkIsAndWhatItSaw() {
    PublishedModel card = card();
    assertThat(card.sha256()).isEqualTo(Sha256.of(weights()).hex());
    assertThat(card.format()).isEqualTo(WeightFormat.FLOAT16);
    assertThat(card.realFaces()).isEqualTo("none");
    assertThat(card.choices()).startsWith("Recipes were compared");
    assertThat(card.licence()).isEqualTo(Imprint.LICENCE);
    assertThat(card.faces()).extracting(PublishedModel.Faces::use).contains("learnt", "watched");
    assertThat(card.faces()).allMatch(faces -> faces.licence().equals("Free for every use."));
    assertThat(card.score("lfw-dev")).hasValueSatisfying(s -> assertThat(s.low()).isNotNull());
  }

  @Test
  void archive_packedTwice_isTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(archive.file());
    Path again = folder.resolve("again");
    Path second = again.resolve("second.tar.gz");
    PublishingRun.of(again, "headline", 1).withLeakageReport().pack(second);
    assertThat(second).hasBinaryContent(first);
  }

  @Test
  void verify_ofAForgedCard_namesIt() throws IOException {
    archive.edit(CARD, card -> card.put("realFaces", "none at all")).verify();
    assertThat(ArchiveVerifier.verify(archive.file()).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.entry()).isEqualTo(CARD));
    assertThatThrownBy(() -> ArchivedModel.open(archive.file()))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(CARD);
  }

  @Test
  void verify_ofOtherWeights_namesThem() throws IOException {
    byte[] weights = weights().clone();
    weights[weights.length - 1] ^= 1;
    archive.contents().put(WEIGHTS, weights);
    assertThat(archive.verify().findings())
        .extracting(ArchiveVerification.Finding::entry)
        .contains(WEIGHTS, CARD);
  }

  @Test
  void verify_withoutTheWeights_saysThatTheyAreMissing() throws IOException {
    assertThat(archive.remove(WEIGHTS).verify().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.entry()).isEqualTo(WEIGHTS);
              assertThat(finding.problem()).isEqualTo("is missing, though its stage ran");
            });
  }

  @Test
  void open_laysAModelFolderDownUntilItIsClosed() {
    Path there;
    try (ArchivedModel model = ArchivedModel.open(archive.file())) {
      there = model.folder();
      assertThat(model.name()).isEqualTo("headline/embedded-seed1");
      assertThat(there.resolve("model.safetensors"))
          .hasBinaryContent(archive.contents().get(WEIGHTS));
      assertThat(there.resolve("model.json")).exists();
    }
    assertThat(there).doesNotExist();
  }

  @Test
  void open_ofAnArchiveWithoutAModel_saysWhatToDo() throws IOException {
    Path plain = folder.resolve("plain.tar.gz");
    SmallRun.of(folder.resolve("plain"), "tiny", 1).pack(plain);
    assertThatThrownBy(() -> ArchivedModel.open(plain))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("plain.tar.gz carries no network")
        .hasMessageContaining("'publishes'");
  }

  @Test
  void weights_ofMoreThanEightMillionBytes_areRefusedWithWhatToDo() {
    assertThatThrownBy(() -> Publication.requireSmall("recogniser", 8_000_001))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "publishes: expected weights of at most 8000000 bytes; round them with weights: float16"
                + " in the recipe, or take a smaller backbone, inputSize or embeddingSize, got"
                + " 8000001 bytes of 'recogniser'");
  }

  @Test
  void specification_thatPublishesWhatIsNotTrained_isRefusedByName() throws IOException {
    Path file = PublishingRun.spec(folder, "wrong", "float16");
    String text = Files.readString(file).replace("  model: recogniser\n", "  model: lfw-dev\n");
    Files.writeString(file, text);
    assertThatThrownBy(() -> ExperimentSpec.read(file, Scale.EMBEDDED))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "%s:66: publishes/model: expected the name of a train, renormalise or ensemble stage, got 'lfw-dev'",
            file);
  }

  private byte[] weights() {
    return Objects.requireNonNull(archive.contents().get(WEIGHTS));
  }
}
