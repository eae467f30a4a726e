package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.train.ModelFacts;
import org.facerepro.train.TrainReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectRunnerTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));
  private static final int PEOPLE = 24;

  @TempDir Path folder;
  private String yaml = "";

  @BeforeEach
  void read() throws IOException {
    yaml = Files.readString(HOME.resolve("fixtures/experiments/real-faces.yaml"));
  }

  /** People of one colour each, so that a network can tell them apart. */
  private Path data(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name).resolve("own"));
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (int person = 0; person < PEOPLE; person++) {
      Path pictures = Files.createDirectories(own.resolve("faces/P" + person));
      for (int picture = 0; picture < 4; picture++) {
        Files.write(pictures.resolve(picture + ".png"), ImageCodec.png(plain(person, picture)));
      }
      (person < PEOPLE - 4 ? train : test).append('P').append(person).append("\t4\n");
    }
    Files.writeString(own.resolve("train.txt"), train);
    Files.writeString(own.resolve("test.txt"), test);
    return folder.resolve(name);
  }

  private static RgbImage plain(int person, int picture) {
    byte[] samples = new byte[RgbImage.CHANNELS * 48 * 48];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((person >> (2 * (i % 3)) & 3) * 70 + picture + (i / 9 % 5));
    }
    return RgbImage.takeOver(48, 48, samples);
  }

  private Workspace workspace(@Nullable Path data) {
    return new Workspace(
        HOME, new ArtifactStore(folder.resolve("store")), data, Compute.of("cpu"), Progress.SILENT);
  }

  private Plan plan(@Nullable Path data) {
    ExperimentSpec spec = ExperimentSpec.parse(yaml, "real-faces.yaml", Scale.EMBEDDED);
    return new ExperimentRunner(workspace(data)).plan(spec, Scale.EMBEDDED, 1);
  }

  private Map<String, String> keys(Path data) {
    return plan(data).stages().stream()
        .collect(Collectors.toMap(Plan.PlannedStage::name, stage -> String.valueOf(stage.key())));
  }

  @Test
  void run_ofPeopleInAFolder_trainsOnSomeAndWatchesByOthers() throws IOException {
    ExperimentSpec spec = ExperimentSpec.parse(yaml, "real-faces.yaml", Scale.EMBEDDED);
    CompletedRun run = new ExperimentRunner(workspace(data("data"))).run(spec, Scale.EMBEDDED, 1);
    assertThat(run.result().verdict()).isEqualTo(Verdict.PASS);
    Path model = Objects.requireNonNull(run.folders().get("recogniser"));
    TrainReport report = Json.read(model.resolve(TrainReport.FILE), TrainReport.class);
    ModelFacts facts = Json.read(model.resolve(ModelFacts.FILE), ModelFacts.class);
    assertThat(report.epochs()).hasSize(3).allMatch(epoch -> epoch.dev() != null);
    assertThat(Objects.requireNonNull(facts.training()).subjects()).isBetween(8, 19);
  }

  @Test
  void run_watchedByPicturesThatAreTrainedOn_isRefused() throws IOException {
    yaml = yaml.replace("share: {from: 0.7, to: 1}", "share: {from: 0.6, to: 1}");
    ExperimentSpec spec = ExperimentSpec.parse(yaml, "real-faces.yaml", Scale.EMBEDDED);
    ExperimentRunner runner = new ExperimentRunner(workspace(data("data")));
    assertThatThrownBy(() -> runner.run(spec, Scale.EMBEDDED, 1))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("pictures of 'dev-faces' are also in 'train-faces'");
  }

  @Test
  void keys_ofTheSameFacesInAnotherPlace_areTheSame() throws IOException {
    assertThat(keys(data("here"))).isEqualTo(keys(data("there")));
  }

  @Test
  void keys_withAnotherPicture_changeFromTheFacesOn() throws IOException {
    Path data = data("data");
    Map<String, String> before = keys(data);
    Files.write(data.resolve("own/faces/P3/2.png"), ImageCodec.png(plain(3, 9)));
    Map<String, String> after = keys(data);
    assertThat(after.keySet())
        .filteredOn(stage -> !Objects.equals(after.get(stage), before.get(stage)))
        .containsExactlyInAnyOrder(
            "train-faces", "dev-faces", "recogniser", "proxy-real-embeddings", "proxy-real");
  }

  @Test
  void plan_withoutADataRoot_isNotRunAndSaysHowToGetThem() {
    assertThat(plan(null).stages())
        .filteredOn(stage -> stage.name().equals("recogniser"))
        .allSatisfy(
            stage -> {
              assertThat(stage.status()).isEqualTo(StageStatus.NOT_RUN);
              assertThat(stage.reason())
                  .contains("use --data DIR", "put people to learn from", "that of the pictures");
            });
  }

  @Test
  void plan_withoutThePictures_saysWhereTheyWereLookedFor() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(plan(empty).stages())
        .filteredOn(stage -> stage.name().equals("train-faces"))
        .allSatisfy(
            stage ->
                assertThat(stage.reason()).contains("looked for DIR/own/faces, DIR/own/faces.tgz"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "realData: whatever lies in the folder own of the data root | realData: none"
            + " | 8: realData: expected which real faces the training sees, as a stage collects"
            + " some, got none",
        "aligned: true | skipBroken: true"
            + " | 14: aligned: expected true, or a list of landmarks, not both, got neither",
        "aligned: true | landmarks: own/l.txt; aligned: true"
            + " | 17: aligned: expected true, or a list of landmarks, not both, got both",
        "people: own/train.txt | people: /own/train.txt"
            + " | 17: people: expected a place below the folder with real data, got"
            + " /own/train.txt",
        "people: [own/test.txt] | people: [../test.txt]"
            + " | 20: people: expected a place below the folder with real data, got ../test.txt",
        "faces: proxy-faces | faces: train-faces"
            + " | 49: stages/proxy-real-embeddings/faces: expected a stage of kind generate or"
            + " multi-pie, got 'train-faces'",
        "dev: dev-faces | dev: proxy-real"
            + " | 37: stages/recogniser/dev: expected a stage of kind generate or collect, got"
            + " 'proxy-real'",
      })
  void read_ofAStageThatCannotBe_saysWhatWasExpected(String old, String broken, String message) {
    String text = yaml.replaceFirst(Pattern.quote(old), broken.replace("; ", "\n    "));
    assertThat(text).isNotEqualTo(yaml);
    assertThatThrownBy(() -> ExperimentSpec.parse(text, "spec.yaml", Scale.EMBEDDED))
        .isInstanceOf(SpecException.class)
        .hasMessage("spec.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy-real | expected protocols of real faces, got 'proxy-real', which is generated",
        "tinyface | expected a protocol that compares couples of images, got 'tinyface', which"
            + " searches a gallery",
      })
  void plan_apartFromAProtocolThatNobodyCanBeKeptApartFrom_isAnError(
      String protocol, String message) throws IOException {
    yaml = yaml.replace("apart: {people", "apart: {protocols: [" + protocol + "], people");
    Path data = data("data");
    assertThatThrownBy(() -> plan(data))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("stages/train-faces/apart/protocols: " + message);
  }
}
