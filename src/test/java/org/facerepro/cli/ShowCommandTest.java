package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShowCommandTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void show_ofAPublishedRow_printsItWithSourceStatusAndPrintedPrecision() {
    JsonNode row = shown("digiface.t1.no-augmentation.lfw.accuracy");

    assertThat(row.path("value").asText()).isEqualTo("88.07");
    assertThat(row.path("unit").asText()).isEqualTo("percent");
    assertThat(row.path("printed_precision").asText()).isEqualTo("0.01");
    assertThat(row.path("status").asText()).isEqualTo("exact");
    assertThat(row.path("paper").asText()).isEqualTo("bae2023digiface1m");
    assertThat(row.path("table").asText()).isEqualTo("Table 1");
    assertThat(row.path("source").asText()).isEqualTo("microsoft/DigiFace1M: paper.pdf");
  }

  @Test
  void show_ofAnErratum_saysWhatIsWrongWithIt() {
    assertThat(shown("vec2faceplus.idnet.five-set.avg").path("status").asText())
        .isEqualTo("erratum: printed five values average 77.202; 79.13 fits agedb-30 = 73.53");
  }

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED", "SAMPLE"})
  void show_ofAnExperiment_printsItAsItStandsAtTheScale(Scale scale) {
    Path file = HOME.resolve("harness/experiments/quickstart.yaml");
    ExperimentSpec spec = ExperimentSpec.read(file, scale);

    JsonNode shown = shown("quickstart", "--scale", EnumNames.of(scale));

    assertThat(names(shown.path("stages"))).isEqualTo(spec.stages().keySet());
    assertThat(names(shown.path("gates"))).isEqualTo(spec.gates().keySet());
    assertThat(shown.path("seeds").size()).isEqualTo(spec.seeds().size());
  }

  @Test
  void show_ofAnExperiment_tellsOfEachStageAndGateWhatKindItIs() {
    JsonNode shown = shown("quickstart", "--scale", "sample");

    assertThat(shown.at("/stages/recogniser/kind").asText()).isEqualTo("train");
    assertThat(shown.at("/stages/lfw-dev/kind").asText()).isEqualTo("verify");
    assertThat(shown.at("/stages/lfw-dev/embeddings").asText()).isEqualTo("lfw-dev-embeddings");
    assertThat(shown.at("/gates/lfw-dev-above-chance/kind").asText()).isEqualTo("above");
    assertThat(shown.at("/gates/proxy-real-accuracy/kind").asText()).isEqualTo("at-least");
  }

  @Test
  void show_ofAScaleThatIsNotDeclared_saysWhichAre() {
    assertThat(execute("quickstart", "--scale", "paper")).isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString())
        .contains("quickstart.yaml has no scale 'paper'; it has: embedded, sample");
  }

  @Test
  void list_ofBaselines_tellsOfAnErratumWhatIsWrongWithIt() {
    PrintWriter out = new PrintWriter(output);
    assertThat(Main.execute(out, new PrintWriter(errors), "list", "baselines")).isZero();
    assertThat(output.toString().lines())
        .filteredOn(line -> line.startsWith("idiff.usynthface-ra-400k-ids-x-1.five-set.avg "))
        .singleElement()
        .asString()
        .endsWith(" 79.30 percent, erratum: the five printed values average 78.298");
  }

  private JsonNode shown(String... arguments) {
    assertThat(execute(arguments)).as(errors.toString()).isZero();
    byte[] json = output.toString().getBytes(StandardCharsets.UTF_8);
    return Json.read(json, JsonNode.class, "stdout");
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "show";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.execute(new PrintWriter(output), new PrintWriter(errors), all);
  }

  private static Set<String> names(JsonNode section) {
    Set<String> names = new TreeSet<>();
    section.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
