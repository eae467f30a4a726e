package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.data.FaceSet;
import org.facerepro.face.law.Preset;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
  private static final int SIDE = 112;
  private static final int GAP = 2;

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  private static Outcome generate(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(0, "generate");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String spec(String text) throws IOException {
    return Files.writeString(folder.resolve("faces.yaml"), text).toString();
  }

  @Test
  void generate_fromOptions_makesAFaceSetWithACard() {
    Outcome outcome =
        generate("--subjects", "2", "--samples", "3", "--out", path("set"), "--json", "-");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode json =
        Json.read(outcome.out().getBytes(StandardCharsets.UTF_8), JsonNode.class, "stdout");
    assertThat(json.path("schema").asText()).isEqualTo("facerepro/generate/v1");
    assertThat(json.path("made").asInt()).isEqualTo(6);
    assertThat(Path.of(json.path("card").asText())).exists();
    try (FaceSet faces = FaceSet.open(folder.resolve("set"))) {
      assertThat(faces.samples()).hasSize(6);
      assertThat(faces.info().licence()).isEqualTo("Apache-2.0");
      assertThat(faces.info().realDataUse())
          .isEqualTo(
              "no face in any picture; constants chosen on people of the training part of LFW");
    }
  }

  @Test
  void help_ofGenerate_namesEveryPresetAndTheRangeOfTheSize() {
    String help = generate("--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains("64 to 1024");
    String presets = help.substring(help.indexOf("Named laws"));
    assertThat(EnumNames.all(Preset.class))
        .allMatch(presets.substring(0, presets.indexOf("--"))::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"63", "1025"})
  void generate_ofASizeBeyondItsRange_exits2(String size) {
    Outcome outcome =
        generate("--subjects", "1", "--samples", "1", "--size", size, "--out", path("set"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("64", "1024");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void generate_fromAFile_letsOptionsGoOverIt() throws IOException {
    String file =
        spec(
            """
            schema: facerepro/generator/v1
            domain: proxy-real
            subjects: 5
            samplesPerSubject: 2
            """);
    Outcome outcome = generate(file, "--subjects", "1", "--out", path("set"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    try (FaceSet faces = FaceSet.open(folder.resolve("set"))) {
      assertThat(faces.subjects()).containsOnlyKeys("proxy-real-000000");
      assertThat(faces.samples()).hasSize(2);
    }
  }

  @Test
  void generate_byALawOfADirection_writesItIntoEveryPicture() {
    Outcome outcome =
        generate(
            "--subjects",
            "1",
            "--samples",
            "2",
            "--law",
            "direction.age=1.5",
            "--format",
            "folder",
            "--out",
            path("set"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(folder.resolve("set/graphics-000000/parameters.jsonl"))
        .content()
        .containsPattern("(?s)\"direction.age\":1.5.*\"direction.age\":1.5");
  }

  @Test
  void generate_byALawOfNoDirection_exits2WithTheNearestName() {
    Outcome outcome =
        generate("--subjects", "1", "--samples", "1", "--law", "direction.aeg=1", "--dry-run");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("direction.age");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minimumDistance=5|subject 1 came to 2.",
        "where={masculine: false, beard: [full]}|none in 10000 tries for subject 0"
      })
  void generate_ofSubjectsThatCannotBe_exits2AndWritesNothing(String setting, String told) {
    for (String format : List.of("shards", "folder", "rec")) {
      Outcome outcome =
          generate(
              "--subjects",
              "2",
              "--samples",
              "1",
              "--set",
              setting,
              "--format",
              format,
              "--out",
              path("set"));
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
      assertThat(outcome.err()).contains(told).doesNotContain("\tat ");
      assertThat(folder.resolve("set")).doesNotExist();
    }
  }

  @Test
  void generate_fromAWrongFile_exits2WithFileAndLine() throws IOException {
    String file =
        spec(
            """
            schema: facerepro/generator/v1
            domain: graphics
            subjects: 5
            samplesPerSubject: many
            """);
    Outcome outcome = generate(file, "--out", path("set"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("faces.yaml:4: key 'samplesPerSubject'");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void generate_fromAFileOfAnotherKind_exits2WithTheSchemaExpected() throws IOException {
    Outcome outcome = generate(spec("\nschema: facerepro/other/v1\n"), "--out", path("set"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("faces.yaml:2:", "facerepro/generator/v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--subjects 2 --samples 2",
        "--subjects 2 --out set",
        "--subjects 0 --samples 2 --out set",
        "--subjects 2 --samples 2 --out set --format tar",
        "--subjects 2 --samples 2 --out set --shards 1",
        "--subjects 2 --samples 2 --out set --format rec --shards 0",
        "--subjects 2 --samples 2 --out set --shards 0 --join set",
        "--subjects 2 --samples 2 --out set --join nowhere",
        "--subjects 2 --samples 2 --out set --shard-size 0",
        "--subjects 2 --samples 2 --out set --threads 0",
        "--subjects 2 --samples 2 --preview-subject 1 --out set",
        "--subjects 2 --samples 2 --preview set/sheet.png --preview-subject 2",
        "nowhere.yaml --out set"
      })
  void generate_withWrongUsage_exits2AndWritesNothing(String arguments) {
    Outcome outcome = generate(arguments.replace(" set", " " + path("set")).split(" "));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).doesNotContain("\tat ");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void generate_whereAFileIs_exits74AndLeavesItAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Outcome outcome = generate("--subjects", "1", "--samples", "1", "--out", file.toString());
    assertThat(outcome.code()).isEqualTo(74);
    assertThat(outcome.err()).contains("is a file").doesNotContain("\tat ");
    assertThat(file).hasContent("no folder");
  }

  @Test
  void generate_ofSomeShardsThenJoin_makesTheSetMadeAtOnce() {
    String[] base = {"--subjects", "2", "--samples", "3", "--shard-size", "4"};
    assertThat(generate(with(base, "--shards", "1", "--out", path("a"))).out())
        .contains("not complete");
    generate(with(base, "--shards", "0", "--out", path("b")));
    Outcome joined = generate(with(base, "--out", path("all"), "--join", path("a"), path("b")));
    assertThat(joined.code()).as(joined.err()).isZero();
    generate(with(base, "--out", path("once")));
    for (String file : List.of("shard-00000.tar", "shard-00001.tar", "index.json", "card.json")) {
      assertThat(folder.resolve("all").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("once").resolve(file));
    }
  }

  private static String[] with(String[] base, String... more) {
    List<String> all = new ArrayList<>(List.of(base));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void generate_withAnotherSeedIntoTheSameFolder_exits2() {
    generate("--subjects", "1", "--samples", "1", "--out", path("set"));
    Outcome outcome =
        generate("--subjects", "1", "--samples", "1", "--seed", "2", "--out", path("set"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("seed 1, not 2");
  }

  @Test
  void preview_ofSubjects_isAPngOfEightInARow() throws IOException {
    Outcome outcome =
        generate("--subjects", "10", "--samples", "1", "--preview", path("sheet.png"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    RgbImage sheet =
        ImageCodec.decode(Files.readAllBytes(folder.resolve("sheet.png")), "sheet.png");
    assertThat(sheet.width()).isEqualTo(GAP + 8 * (SIDE + GAP));
    assertThat(sheet.height()).isEqualTo(GAP + 2 * (SIDE + GAP));
  }

  @Test
  void preview_ofOneSubject_showsItsPictures() throws IOException {
    generate(
        "--subjects", "2", "--samples", "3", "--preview", path("s.png"), "--preview-subject", "1");
    RgbImage sheet = ImageCodec.decode(Files.readAllBytes(folder.resolve("s.png")), "s.png");
    assertThat(sheet.width()).isEqualTo(GAP + 3 * (SIDE + GAP));
    assertThat(sheet.height()).isEqualTo(GAP + SIDE + GAP);
  }

  @Test
  void dryRun_saysCountsAndSizeAndWritesNothing() {
    Outcome outcome =
        generate("--subjects", "3", "--samples", "7", "--out", path("set"), "--dry-run");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("21 in all", "MiB", "\"samplesPerSubject\": 7");
    assertThat(folder.resolve("set")).doesNotExist();
  }
}
