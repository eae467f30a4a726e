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
import org.facerepro.core.Json;
import org.facerepro.face.basel.file.RpsFile;
import org.facerepro.face.basel.file.Triple;
import org.facerepro.face.model.SmallFace;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces in the light of a folder of measured lights. */
class GenerateLightTest {
  private static final Triple EVEN = new Triple(0.9, 0.6, 0.3);

  @TempDir static Path models;
  private static Path model = Path.of("");

  @TempDir Path folder;

  private record Outcome(int code, String err) {}

  @BeforeAll
  static void writeModel() {
    model = SmallFace.write(models.resolve("small.h5"));
  }

  private Path prior(String name, String... more) throws IOException {
    Path lights = Files.createDirectory(folder.resolve(name));
    String first = EVEN.toList().toString();
    String rest = ", [0.0, 0.1, 0.0]".repeat(8);
    Files.writeString(
        lights.resolve("a.rps"),
        "{\"environmentMap\": {\"coefficients\": [%s%s]}}".formatted(first, rest));
    for (String text : more) {
      Files.writeString(lights.resolve("b.json"), text);
    }
    return lights;
  }

  private Outcome generate(String set, String... more) {
    List<String> all =
        new ArrayList<>(List.of("generate", "--out", folder.resolve(set).toString()));
    all.addAll(List.of("--subjects", "1", "--samples", "2", "--size", "64", "--picture", "png"));
    all.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(new StringWriter()), new PrintWriter(err), all.toArray(String[]::new));
    return new Outcome(code, err.toString());
  }

  private JsonNode recipe(String set) {
    return Json.read(folder.resolve(set).resolve("generation.json"), JsonNode.class)
        .path("generator")
        .path("lightPrior");
  }

  @Test
  void model_inMeasuredLight_hasItInItsParametersAndTheFoldersHashInItsRecipe() throws IOException {
    String lights = prior("bip").toString();
    Outcome outcome =
        generate("set", "--model", model.toString(), "--format", "basel", "--light-prior", lights);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Triple even =
        RpsFile.read(folder.resolve("set/rps/0/0_1.rps")).environmentMap().coefficients().get(0);
    assertThat(even.x()).isEqualTo(EVEN.x());
    assertThat(even.z()).isEqualTo(EVEN.z());
    assertThat(recipe("set").path("folder").asText()).startsWith("sha256 ");
    assertThat(recipe("set").has("law")).isFalse();
  }

  @Test
  void model_ofAnotherFolderWithTheSameFiles_goesOnWithTheSameSet() throws IOException {
    String lights = prior("bip").toString();
    String copy = prior("copy").toString();
    String[] file = {"--model", model.toString(), "--light-prior"};
    assertThat(generate("set", file[0], file[1], file[2], lights).code()).isZero();
    assertThat(generate("set", file[0], file[1], file[2], copy).code()).isZero();
    Files.writeString(Path.of(copy, "c.rps"), Files.readString(Path.of(copy, "a.rps")));
    assertThat(generate("set", file[0], file[1], file[2], copy).code()).isEqualTo(2);
  }

  @Test
  void lightPrior_ofALawAndAnEnergy_keepsBothInTheRecipeAndActs() throws IOException {
    String lights = prior("bip").toString();
    String[] keys = {"--set", "lightPrior/energy=3.82", "--set", "lightPrior/withoutColour=true"};
    Outcome outcome =
        generate(
            "set",
            "--model",
            model.toString(),
            "--format",
            "basel",
            "--light-prior",
            lights,
            keys[0],
            keys[1],
            keys[2],
            keys[3]);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Triple even =
        RpsFile.read(folder.resolve("set/rps/0/0_0.rps")).environmentMap().coefficients().get(0);
    assertThat(even.x()).isEqualTo(even.y()).isGreaterThan(EVEN.x());
    assertThat(recipe("set").path("energy").asDouble()).isEqualTo(3.82);
    assertThat(recipe("set").path("folder").asText()).startsWith("sha256 ");
  }

  @Test
  void builtInHead_inMeasuredLight_isAnotherPictureOfTheSameFace() throws IOException {
    String lights = prior("bip").toString();
    assertThat(generate("usual", "--format", "folder").code()).isZero();
    Outcome outcome = generate("lit", "--format", "folder", "--light-prior", lights);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(picture("lit")).isNotEqualTo(picture("usual"));
    assertThat(parameters("lit").path("shape")).isEqualTo(parameters("usual").path("shape"));
    assertThat(parameters("lit").path("pose")).isEqualTo(parameters("usual").path("pose"));
    assertThat(recipe("lit").path("folder").asText()).startsWith("sha256 ");
  }

  private RgbImage picture(String set) throws IOException {
    Path file = folder.resolve(set).resolve("graphics-000000/000.png");
    return ImageCodec.decode(Files.readAllBytes(file), set);
  }

  private JsonNode parameters(String set) throws IOException {
    Path file = folder.resolve(set).resolve("graphics-000000/parameters.jsonl");
    return Json.read(
        Files.readAllLines(file).get(0).getBytes(StandardCharsets.UTF_8), JsonNode.class, set);
  }

  @Test
  void folderThatIsNotThere_exits2AndWritesNothing() {
    Outcome outcome = generate("set", "--light-prior", folder.resolve("nowhere").toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("nowhere is no folder").doesNotContain("\tat ");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void fileThatIsNoLight_exits2WithItsNameAndWritesNothing() throws IOException {
    String lights = prior("bip", "{\"environmentMap\": {}}").toString();
    Outcome outcome = generate("set", "--model", model.toString(), "--light-prior", lights);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("b.json", "nine").doesNotContain("\tat ");
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void keysWithoutAFolder_exit2() {
    Outcome outcome = generate("set", "--set", "lightPrior/law=normal");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("folder");
  }

  @Test
  void place_besideAPrior_exits2() throws IOException {
    String lights = prior("bip").toString();
    Outcome outcome =
        generate("set", "--model", model.toString(), "--light", "place", "--light-prior", lights);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("none beside lightPrior");
  }
}
