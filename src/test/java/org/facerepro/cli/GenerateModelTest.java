package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.FaceSet;
import org.facerepro.face.basel.file.CsvLayout;
import org.facerepro.face.basel.file.CsvRow;
import org.facerepro.face.basel.file.RenderParameters;
import org.facerepro.face.basel.file.RpsFile;
import org.facerepro.face.basel.file.TlmsFile;
import org.facerepro.face.model.Coefficients;
import org.facerepro.face.model.ModelFiles;
import org.facerepro.face.model.MorphableModel;
import org.facerepro.face.model.SmallFace;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.Label;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateModelTest {
  private static final CsvLayout LAYOUT = new CsvLayout(4, 3, 2);
  private static final String[] PARTS = {"shard-00000.tar", "shard-00001.tar", "index.json"};

  @TempDir static Path models;
  private static Path model = Path.of("");

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void writeModel() {
    model = SmallFace.write(models.resolve("small.h5"));
  }

  private static Outcome generate(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(arguments);
    all.add(0, "generate");
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  /** Runs a line in which MODEL and every set's name stand for paths. */
  private Outcome generate(String line) {
    List<String> arguments = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      arguments.add(
          word.equals("MODEL")
              ? model.toString()
              : word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
    }
    return generate(arguments);
  }

  private void made(String line) {
    Outcome outcome = generate(line);
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  private static String small(String more) {
    return "--model MODEL --subjects 2 --samples 3 --size 64 " + more;
  }

  private JsonNode json(String file) {
    return Json.read(folder.resolve(file), JsonNode.class);
  }

  private List<String> names(String tar) throws IOException {
    try (TarFile shard = new TarFile(folder.resolve(tar))) {
      return shard.getEntries().stream().map(TarArchiveEntry::getName).toList();
    }
  }

  @Test
  void generate_ofAModel_makesASetThatCarriesTheModelsCard() throws IOException {
    made(small("--out @set"));
    JsonNode card = json("set/card.json");
    assertThat(card.path("pictures").path("count").asInt()).isEqualTo(6);
    assertThat(card.path("model").path("sha256").asText()).isEqualTo(Sha256.ofFile(model).hex());
    assertThat(card.path("realDataUse").asText()).contains("3D scans", "training part of LFW");
    assertThat(card.path("distances").path("coefficients").asInt()).isEqualTo(4 + 3);
    assertThat(folder.resolve("set/README.md")).content().contains(Sha256.ofFile(model).hex());
    try (FaceSet faces = FaceSet.open(folder.resolve("set"))) {
      assertThat(faces.samples()).hasSize(6);
      assertThat(faces.info().licence()).isEqualTo(card.path("licence").asText());
      assertThat(faces.decode(faces.samples().get(5)).width()).isEqualTo(64);
    }
  }

  @Test
  void generate_ofAModelInShardsOfAnyOrder_makesTheSetMadeAtOnce() {
    String base = small("--truth depth,landmarks --shard-size 4 ");
    made(base + "--shards 1 --out @a");
    made(base + "--shards 0 --threads 1 --out @b");
    made(base + "--out @all --join @a @b");
    made(base + "--threads 3 --out @once");
    for (String file : PARTS) {
      assertThat(folder.resolve("all").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("once").resolve(file));
    }
  }

  @Test
  void generate_fromACopyOfTheModel_goesOnWithTheSameSet() throws IOException {
    made(small("--out @set"));
    Path copy = Files.copy(model, folder.resolve("copy.h5"));
    Outcome again = generate(small("--out @set").replace("MODEL", copy.toString()));
    assertThat(again.out()).contains("0 pictures made, 6 were there");
  }

  @Test
  void generate_ofAFolderThatLacksASubject_makesThatSubjectAsBefore() throws IOException {
    String line = small("--format folder --truth normals --out @set");
    made(line);
    List<Path> subjects = subjects("set");
    Path map = subjects.get(1).resolve("002.normals.png");
    byte[] before = Files.readAllBytes(map);
    Files.delete(map);
    Outcome again = generate(line);
    assertThat(again.out()).contains("3 pictures made, 3 were there");
    assertThat(map).hasBinaryContent(before);
  }

  private List<Path> subjects(String set) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(set))) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void generate_withALawOfAModelsControl_followsIt() throws IOException {
    made(
        small("--format folder --out @set --law pose.yaw=25 --law shape.#1=2")
            + " --law expression.#0=-1.5 --preset kortylewski");
    String first = Files.readAllLines(subjects("set").get(0).resolve("parameters.jsonl")).get(0);
    JsonNode drawn =
        Json.read(first.getBytes(StandardCharsets.UTF_8), JsonNode.class, "line")
            .path("annotations");
    assertThat(drawn.path("pose").path("yaw").asDouble()).isEqualTo(25);
    assertThat(drawn.path("pose").path("distance").asDouble()).isEqualTo(1000);
    assertThat(drawn.path("shape").properties()).hasSize(4);
    assertThat(drawn.path("shape").path("shape001").asDouble()).isEqualTo(2);
    assertThat(drawn.path("expression").path("expression000").asDouble()).isEqualTo(-1.5);
    assertThat(drawn.path("landmarks")).hasSize(5);
  }

  @Test
  void truth_inShards_liesBesideItsPicture() throws IOException {
    made("--subjects 1 --samples 2 --truth depth,segmentation,attributes --out @set");
    assertThat(names("set/shard-00000.tar"))
        .startsWith(
            "graphics-000000-000.jpg",
            "graphics-000000-000.json",
            "graphics-000000-000.depth.png",
            "graphics-000000-000.segmentation.png",
            "graphics-000000-000.truth.json",
            "graphics-000000-001.jpg");
    assertThat(json("set/segmentation-legend.json").path("labels")).isNotEmpty();
    assertThat(generate("--subjects 1 --samples 2 --out @set").err()).contains("truth");
  }

  @Test
  void truth_asJson_holdsWhatWasAskedForAndNothingElse() throws IOException {
    made("--subjects 1 --samples 1 --truth landmarks,camera --format folder --out @set");
    JsonNode truth = json("set/graphics-000000/000.truth.json");
    assertThat(truth.path("camera").path("rotation")).hasSize(9);
    assertThat(truth.path("landmarks").path("ibug-68")).hasSize(68);
    assertThat(truth.path("landmarks").path("basel-19").get(0).has("visible")).isTrue();
    assertThat(truth.has("light") || truth.has("attributes") || truth.has("coefficients"))
        .isFalse();
  }

  @Test
  void truth_ofAModel_hasItsLandmarksAndCoefficients() {
    made(small("--truth landmarks,coefficients,light,attributes --format folder --out @set"));
    JsonNode truth = json("set/bfm-000000/000.truth.json");
    assertThat(truth.path("landmarks").path("model")).hasSize(7);
    assertThat(truth.path("landmarks").path("five")).hasSize(5);
    assertThat(truth.path("coefficients").path("colour").properties()).hasSize(3);
    assertThat(truth.path("light")).hasSize(9);
  }

  @Test
  void truth_ofAnUnknownKind_exits2WithTheKnownOnesAndTheLine() throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("faces.yaml"),
            """
            schema: facerepro/generator/v1
            domain: graphics
            subjects: 1
            samplesPerSubject: 1
            truth: [depth, norm]
            """);
    Outcome outcome = generate(spec + " --out @set");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("faces.yaml:5", "normals", "segmentation", "norm");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--truth segmentation|depth, normals, albedo, illumination, correspondence",
        "--truth depth --format rec|.rec",
        "--law wear.glasses=1|wear.glasses",
        "--law shape.nose-width=1|4 components",
        "--law shape.#4=1|#3",
        "--sweep wear.mask=0,1|wear.mask",
        "--set without=[hair]|expression",
        "--set minimumDistance=1|minimumDistance",
        "--light lamp|scene",
        "--backgrounds @nowhere|backgrounds",
        "--format basel --picture jpeg|png",
        "--semantics effective|--basel-config",
        "--preview-component all|--preview",
      })
  void generate_ofAModelWithWhatItCannotHave_exits2AndWritesNothing(String more, String told) {
    Outcome outcome = generate(small("--out @set " + more));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains(told).doesNotContain("\tat ");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--light place", "--format basel", "--law shape.#1=2"})
  void generate_ofTheBuiltInHeadWithWhatModelsHave_exits2(String more) {
    Outcome outcome = generate("--subjects 1 --samples 1 --out @set " + more);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.999})
  void generate_ofATruncatedModel_exits2AndWritesNothing(double share) throws IOException {
    byte[] whole = Files.readAllBytes(model);
    Path cut = folder.resolve("cut.h5");
    Files.write(cut, Arrays.copyOf(whole, (int) (share * whole.length)));
    Outcome outcome = generate(small("--out @set").replace("MODEL", cut.toString()));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains("cut.h5").doesNotContain("\tat ");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void generate_ofAModelThatIsNotThere_exits2WithItsPath() {
    Outcome outcome = generate(small("--out @set").replace("MODEL", "@nowhere.h5"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("nowhere.h5 does not exist");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void backgrounds_thatAreNoPictures_areCountedAndTheOthersUsed() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    byte[] samples = new byte[3 * 32 * 32];
    Arrays.fill(samples, (byte) 200);
    Files.write(pictures.resolve("a.png"), ImageCodec.png(RgbImage.takeOver(32, 32, samples)));
    Files.writeString(pictures.resolve("notes.txt"), "no picture");
    String line = " --format folder --picture png --set without=[sensor] --backgrounds @pictures";
    Outcome outcome = generate(small("--out @set" + line));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("1 of 2 files", "notes.txt");
    RgbImage picture =
        ImageCodec.decode(Files.readAllBytes(folder.resolve("set/bfm-000000/000.png")), "000.png");
    assertThat(picture.sample(0, 0, 0)).isEqualTo(picture.sample(63, 0, 0));
    assertThat(json("set/generation.json").path("generator").path("backgrounds").asText())
        .startsWith("sha256 ");
  }

  @Test
  void preview_ofAComponent_showsThreeStepsBelowItsName() throws IOException {
    made("--model MODEL --size 64 --preview @sheet.png --preview-component shape.#2");
    RgbImage sheet =
        ImageCodec.decode(Files.readAllBytes(folder.resolve("sheet.png")), "sheet.png");
    assertThat(sheet.width()).isEqualTo(4 + 3 * 64 + 4);
    assertThat(sheet.height()).isEqualTo(4 + Label.HEIGHT + 64 + 4);
  }

  @Test
  void preview_ofAnUnknownComponent_exits2WithANearName() {
    Outcome outcome = generate("--preview @sheet.png --preview-component shape.nose-widht");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("shape.nose-width");
    assertThat(folder.resolve("sheet.png")).doesNotExist();
  }

  @Test
  void baselFormat_holdsPictureParametersRowAndLandmarksOfEverySample() {
    made(small("--format basel --truth depth --out @set"));
    for (int n = 0; n < 3; n++) {
      String name = "1/1_" + n;
      assertThat(folder.resolve("set/img/" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("set/img/" + name + "_depth.png")).isNotEmptyFile();
      RenderParameters all = RpsFile.read(folder.resolve("set/rps/" + name + ".rps"));
      CsvRow row = CsvRow.read(folder.resolve("set/csv/" + name + ".csv"), LAYOUT);
      assertThat(row).isEqualTo(CsvRow.of(all, LAYOUT));
      assertThat(TlmsFile.read(folder.resolve("set/tlms/" + name + ".tlms"))).hasSize(7);
    }
    assertThat(generate(small("--format basel --truth depth --out @set")).out())
        .contains("0 pictures made, 6 were there");
  }

  @Test
  void baselFormat_ofASetThatLacksAPicture_makesItsSubjectAsBefore() throws IOException {
    made(small("--format basel --out @set"));
    made(small("--format basel --threads 1 --out @other"));
    Path lost = folder.resolve("set/img/0/0_2.png");
    byte[] before = Files.readAllBytes(lost);
    Files.delete(lost);
    Files.delete(folder.resolve("set/card.json"));
    assertThat(generate(small("--format basel --out @set")).out())
        .contains("3 pictures made, 3 were there");
    assertThat(lost).hasBinaryContent(before);
    assertThat(json("set/card.json").path("files"))
        .isEqualTo(json("other/card.json").path("files"));
  }

  @Test
  void baselFormat_parameters_projectEveryLandmarkToWhereItIsWritten() {
    made(small("--format basel --out @set"));
    MorphableModel read = ModelFiles.read(model);
    RenderParameters all = RpsFile.read(folder.resolve("set/rps/0/0_1.rps"));
    Coefficients face =
        new Coefficients(
            numbers(all.momo().shape()),
            numbers(all.momo().color()),
            numbers(all.momo().expression()));
    double[] places = read.positions(face);
    for (TlmsFile.Point point : TlmsFile.read(folder.resolve("set/tlms/0/0_1.tlms"))) {
      int v = 3 * read.landmarks().getOrDefault(point.name(), -1);
      double[] at = projected(all, places[v], places[v + 1], places[v + 2]);
      assertThat(at[0]).isCloseTo(point.x(), within(1e-3));
      assertThat(at[1]).isCloseTo(point.y(), within(1e-3));
    }
  }

  /** Rotates about x by the pitch, y by the yaw, z by the roll, moves, and takes the picture. */
  private static double[] projected(RenderParameters p, double x, double y, double z) {
    double[] a = turned(y, z, p.pose().pitch());
    double[] b = turned(a[1], x, p.pose().yaw());
    double[] c = turned(b[1], a[0], p.pose().roll());
    double depth = -(b[0] + p.pose().translation().z());
    double scale = p.camera().focalLength() / depth;
    double right = 2 * scale * (c[0] + p.pose().translation().x()) / p.camera().sensorSize().x();
    double up = 2 * scale * (c[1] + p.pose().translation().y()) / p.camera().sensorSize().y();
    return new double[] {
      p.imageSize().width() * (1 + right + p.camera().principalPoint().x()) / 2,
      p.imageSize().height() * (1 - up - p.camera().principalPoint().y()) / 2
    };
  }

  private static double[] turned(double first, double second, double angle) {
    return new double[] {
      Math.cos(angle) * first - Math.sin(angle) * second,
      Math.sin(angle) * first + Math.cos(angle) * second
    };
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void generate_ofAModelWithAnotherSeed_drawsOthers() {
    made(small("--format basel --out @a"));
    made(small("--format basel --seed " + new Seed(2).value() + " --out @b"));
    assertThat(RpsFile.read(folder.resolve("a/rps/0/0_0.rps")))
        .isNotEqualTo(RpsFile.read(folder.resolve("b/rps/0/0_0.rps")));
  }
}
