package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.Json;
import org.facerepro.face.model.SmallFace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  private static final String BUILT_IN = "generator-built-in-112-threads-1";

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {
    /** Returns the cells of the row of a case in the table that begins with some heading. */
    List<String> row(String heading, String id) {
      return out.substring(out.indexOf(heading))
          .lines()
          .filter(line -> line.startsWith(id + " "))
          .findFirst()
          .map(line -> List.of(line.split(" {2,}", -1)))
          .orElseThrow();
    }
  }

  private static Outcome bench(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = Stream.concat(Stream.of("bench"), Stream.of(arguments)).toArray(String[]::new);
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), all);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static JsonNode first(Path json) {
    return Json.read(json, JsonNode.class).path("cases").path(0);
  }

  @Test
  void generator_ofTheBuiltInHead_printsPicturesPerSecondAndTheStages() {
    Path json = folder.resolve("bench.json");
    String line = "generator --case %s --runs 1 --scale 0.01 --json %s";
    Outcome outcome = bench(line.formatted(BUILT_IN, json).split(" ", -1));
    assertThat(outcome.code()).isZero();
    double rate = first(json).path("imagesPerSecond").asDouble();
    List<String> row = outcome.row("case ", BUILT_IN);
    assertThat(row.get(6)).isEqualTo(String.valueOf(Math.round(rate)));
    assertThat(row.get(8)).contains("shade ");
  }

  @Test
  void metrics_haveNoPictures() {
    Outcome outcome = bench("metrics", "--case", "bootstrap", "--runs", "1", "--scale", "0.0001");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.row("case ", "bootstrap").get(6)).isEqualTo("-");
  }

  @Test
  void generator_ofAModel_printsRatiosToTheReferencesFloor() {
    Path json = folder.resolve("bench.json");
    String model = SmallFace.write(folder.resolve("small.h5")).toString();
    String line = "generator --model %s --size 112 --threads 2 --runs 1 --scale 0.001 --json %s";
    Outcome outcome = bench(line.formatted(model, json).split(" ", -1));
    assertThat(outcome.code()).isZero();
    double perCore = first(json).path("imagesPerSecond").asDouble() / 2;
    List<String> row = outcome.row("case           images/s", "generator-112");
    assertThat(Double.parseDouble(row.get(2))).isCloseTo(1000 / perCore, within(0.006));
    assertThat(Double.parseDouble(row.get(3))).isCloseTo(1000 / perCore / 1.3, within(0.006));
    assertThat(Double.parseDouble(row.get(4))).isCloseTo(perCore / 22.6, within(0.006));
    assertThat(Double.parseDouble(row.get(5))).isCloseTo(perCore / 61.9, within(0.006));
    assertThat(outcome.out()).containsPattern("generator-112: [a-z]+ \\d+ %, ");
  }

  @Test
  void aModel_ofAnotherTarget_isWrongUsage() {
    Outcome outcome = bench("metrics", "--model", "some.h5");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("--model belongs to bench generator, without --case");
  }
}
