package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.facerepro.core.Json;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.report.PublishedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class AllureEntryTest {
  private static final String ENTRY = "entry";

  @TempDir Path folder;

  /** What a case does inside an entry. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  @Test
  void check_onADeviceThatIsNotThere_labelsTheEntryNotRun() throws IOException {
    Path home = SuiteSettings.fromBuild().home();
    SuiteSettings settings = new SuiteSettings(home, folder, folder, null, false, false, 1);
    Path tiny = home.resolve("fixtures/experiments/tiny.yaml");
    ExperimentCase each =
        new ExperimentCase(tiny, Scale.EMBEDDED, List.of(1L), false, "", "gpu:63");
    JsonNode entry =
        written(
            () ->
                assertThatThrownBy(() -> new ExperimentCheck(settings).check(each))
                    .isInstanceOf(TestAbortedException.class));
    assertThat(labels(entry, "verdict")).containsExactly("NOT_RUN");
    assertThat(labels(entry, "tag")).containsExactly("NOT_RUN");
    assertThat(labels(entry, "experiment")).containsExactly("tiny");
    assertThat(labels(entry, "scale")).containsExactly("embedded");
    assertThat(labels(entry, "seed")).containsExactly("1");
    assertThat(labels(entry, "paper")).containsExactly("none");
  }

  @Test
  void end_ofARun_labelsTheEntryWithItsVerdict() throws IOException {
    Path published = Files.createDirectory(folder.resolve("published"));
    PublishedRun run = new PublishedRun(published, published.resolve("a.tar.gz"), "report");
    JsonNode entry = written(() -> AllureEntry.end(result(Verdict.DRIFT), run));
    assertThat(labels(entry, "verdict")).containsExactly("DRIFT");
    assertThat(entry.path("attachments").findValuesAsText("name"))
        .containsExactly("metrics", "report");
  }

  @Test
  void end_ofATrial_labelsTheEntryWithItsVerdictAndAttachesItsNumbers() throws IOException {
    Trial trial = trial(Verdict.FAIL);
    JsonNode entry = written(() -> AllureEntry.end(trial, "for people"));
    assertThat(labels(entry, "verdict")).containsExactly("FAIL");
    assertThat(labels(entry, "tag")).containsExactly("FAIL");
    assertThat(entry.path("attachments").findValuesAsText("name"))
        .containsExactly("metrics", "report", "trial.json");
    assertThat(attached(entry, "metrics"))
        .isEqualTo("metric,seeds,mean,std,low,high\n\"lfw.accuracy\",2,0.8,0.1,,\n");
    assertThat(attached(entry, "report")).isEqualTo("for people");
    byte[] json = attached(entry, "trial.json").getBytes(StandardCharsets.UTF_8);
    assertThat(Json.read(json, Trial.class, "trial.json")).isEqualTo(trial);
  }

  private String attached(JsonNode entry, String name) throws IOException {
    String source =
        StreamSupport.stream(entry.path("attachments").spliterator(), false)
            .filter(attachment -> attachment.path("name").asText().equals(name))
            .map(attachment -> attachment.path("source").asText())
            .findFirst()
            .orElseThrow();
    return Files.readString(folder.resolve(source));
  }

  private static Trial trial(Verdict verdict) {
    Map<Long, Double> values = Map.of(1L, 0.7, 2L, 0.9);
    return new Trial(
        Trial.SCHEMA,
        "one",
        "One",
        "sample",
        List.of(1L, 2L),
        "none",
        "none",
        "0123",
        verdict,
        "the command",
        "none stored",
        List.of(),
        List.of(new Trial.TrialMetric("lfw.accuracy", values, 0.8, 0.1, null, null)),
        List.of(),
        null);
  }

  /** Does work in an entry of its own and returns what Allure wrote of it. */
  private JsonNode written(Work work) throws IOException {
    AllureLifecycle outer = Allure.getLifecycle();
    AllureLifecycle own = new AllureLifecycle(new FileSystemResultsWriter(folder));
    own.scheduleTestCase(new TestResult().setUuid(ENTRY));
    own.startTestCase(ENTRY);
    Allure.setLifecycle(own);
    try {
      work.run();
    } finally {
      Allure.setLifecycle(outer);
    }
    own.stopTestCase(ENTRY);
    own.writeTestCase(ENTRY);
    return Json.read(folder.resolve(ENTRY + "-result.json"), JsonNode.class);
  }

  private static List<String> labels(JsonNode entry, String name) {
    return StreamSupport.stream(entry.path("labels").spliterator(), false)
        .filter(label -> label.path("name").asText().equals(name))
        .map(label -> label.path("value").asText())
        .toList();
  }

  private static RunResult result(Verdict verdict) {
    return new RunResult(
        RunResult.SCHEMA,
        "one",
        "One",
        "sample",
        7,
        "none",
        "none",
        verdict,
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        null);
  }
}
