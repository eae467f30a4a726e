package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.facerepro.core.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments");

  @TempDir Path folder;

  @Test
  void plan_asJson_holdsThePlanOfEachSeedAndNothingElse() {
    JsonNode plans = planned("tiny", "--seeds", "1,2");

    assertThat(plans.path("schema").asText()).isEqualTo("facerepro/plans/v1");
    assertThat(plans.path("plans").findValuesAsText("seed")).containsExactly("1", "2");
    assertThat(plans.at("/plans/0/schema").asText()).isEqualTo("facerepro/plan/v1");
    assertThat(plans.at("/plans/0/experiment").asText()).isEqualTo("tiny");
    assertThat(plans.at("/plans/0/scale").asText()).isEqualTo("embedded");
  }

  @Test
  void plan_asJson_tellsOfEachStageItsKeyInputsStateAndCost() {
    JsonNode plan = planned("tiny").at("/plans/0");

    assertThat(plan.path("stages").findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "train-faces",
            "dev-faces",
            "proxy-faces",
            "recogniser",
            "proxy-real-embeddings",
            "proxy-real");
    JsonNode training = stage(plan, "recogniser");
    assertThat(training.path("kind").asText()).isEqualTo("train");
    assertThat(training.path("status").asText()).isEqualTo("to-run");
    assertThat(training.path("key").asText()).matches("[0-9a-f]{64}");
    assertThat(training.at("/inputs/faces").asText()).isEqualTo("train-faces");
    assertThat(training.at("/inputs/dev").asText()).isEqualTo("dev-faces");
    assertThat(stage(plan, "train-faces").at("/estimate/seconds").asDouble()).isPositive();
  }

  @Test
  void plan_asJson_tellsWhatCannotRunWhyAndUnderWhatLicence() {
    JsonNode plan = planned("missing-set").at("/plans/0");

    JsonNode missing = stage(plan, "official");
    assertThat(missing.path("status").asText()).isEqualTo("not-run");
    assertThat(missing.path("reason").asText()).startsWith("lfw needs real data");
    assertThat(missing.has("key")).isFalse();
    assertThat(plan.at("/inputs/0/name").asText()).isEqualTo("lfw");
    assertThat(plan.at("/inputs/0/realData").asBoolean()).isTrue();
    assertThat(plan.at("/inputs/0/licence").asText()).isNotBlank();
  }

  @Test
  void plan_forJobs_namesTheArtifactsThatARunOfTheseJobsMakes() {
    String jobs = Integer.toString(Runtime.getRuntime().availableProcessors());

    JsonNode divided = planned("tiny", "--device", "cpu", "--jobs", jobs).at("/plans/0");

    JsonNode byOneThread = planned("tiny", "--device", "cpu:1").at("/plans/0");
    assertThat(divided.path("stages").findValuesAsText("key"))
        .hasSize(6)
        .isEqualTo(byOneThread.path("stages").findValuesAsText("key"));
  }

  private static JsonNode stage(JsonNode plan, String name) {
    return StreamSupport.stream(plan.path("stages").spliterator(), false)
        .filter(stage -> stage.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode planned(String fixture, String... further) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] fixed = {
      "plan",
      FIXTURES.resolve(fixture + ".yaml").toString(),
      "--store",
      folder.resolve("store").toString(),
      "--data",
      "",
      "--json",
      "-"
    };
    String[] all = new String[fixed.length + further.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(further, 0, all, fixed.length, further.length);
    int code = Main.execute(new PrintWriter(output), new PrintWriter(errors), all);
    assertThat(code).as(errors.toString()).isZero();
    return Json.read(output.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class, "stdout");
  }
}
