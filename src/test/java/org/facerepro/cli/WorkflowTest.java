package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the workflows of continuous integration and holds what they call against what there is. */
class WorkflowTest {
  private static final Path HOME = Path.of(System.getProperty("facerepro.home", ""));

  /** Programs that the runners of the workflows have. */
  private static final List<String> ON_THE_RUNNER = List.of("mvn", "shellcheck");

  private record Step(String workflow, Map<?, ?> keys) {
    List<String> words() {
      return keys.get("run") == null ? List.of() : List.of(text("run").strip().split("\\s+"));
    }

    String text(String key) {
      return String.valueOf(keys.get(key));
    }

    @Override
    public String toString() {
      return workflow + ": " + (keys.containsKey("run") ? text("run").strip() : text("uses"));
    }
  }

  private static Stream<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    for (String name : List.of("ci.yml", "nightly.yml")) {
      for (Object job : jobs(name).values()) {
        ((List<?>) part((Map<?, ?>) job, "steps"))
            .forEach(step -> steps.add(new Step(name, (Map<?, ?>) step)));
      }
    }
    return steps.stream();
  }

  private static Object part(Map<?, ?> whole, String key) {
    return Objects.requireNonNull(whole.get(key), key);
  }

  private static Map<?, ?> workflow(String name) throws IOException {
    String text = Files.readString(HOME.resolve(".github/workflows").resolve(name));
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static Map<?, ?> jobs(String workflow) throws IOException {
    return (Map<?, ?>) part(workflow(workflow), "jobs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci.yml", "nightly.yml"})
  void everyWorkflow_mayReadTheProjectAndDoNothingElse(String name) throws IOException {
    assertThat(part(workflow(name), "permissions")).isEqualTo(Map.of("contents", "read"));
    for (Object job : jobs(name).values()) {
      assertThat(((Map<?, ?>) job).containsKey("permissions")).as(name).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyCheckout_leavesNoCredentials(Step step) {
    if (step.text("uses").startsWith("actions/checkout@")) {
      assertThat(part(step.keys(), "with")).isEqualTo(Map.of("persist-credentials", false));
    }
  }

  @Test
  void nights_areTakenFromTheLastRunAndLeftToTheNext() throws IOException {
    List<Map<?, ?>> caches = new ArrayList<>();
    steps()
        .filter(step -> step.text("uses").startsWith("actions/cache/"))
        .forEach(step -> caches.add((Map<?, ?>) part(step.keys(), "with")));
    assertThat(caches).hasSize(2);
    assertThat(caches).allMatch(with -> part(with, "path").equals("results/nightly"));
    assertThat(caches.get(1).get("key")).isEqualTo(caches.get(0).get("key"));
    assertThat(String.valueOf(caches.get(1).get("key")))
        .startsWith(String.valueOf(caches.get(0).get("restore-keys")));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyStep_callsWhatThereIs(Step step) throws IOException {
    if (step.words().isEmpty()) {
      assertThat(step.text("uses")).matches("actions/[a-z/-]+@[0-9a-f]{40}");
      return;
    }
    String program = step.words().get(0);
    if (!ON_THE_RUNNER.contains(program)) {
      assertThat(HOME.resolve(program)).isExecutable();
    }
    switch (program) {
      case "mvn" -> assertProfiles(step);
      case "shellcheck" ->
          step.words().stream()
              .skip(1)
              .forEach(file -> assertThat(HOME.resolve(file)).isRegularFile());
      default -> assertOptions(step);
    }
  }

  private static void assertProfiles(Step step) throws IOException {
    String pom = Files.readString(HOME.resolve("pom.xml"));
    assertThat(step.words()).last().isEqualTo("verify");
    step.words().stream()
        .filter(word -> word.startsWith("-P"))
        .forEach(word -> assertThat(pom).contains("<id>" + word.substring(2) + "</id>"));
  }

  /** The script hands its options on to the verb of the same name. */
  private static void assertOptions(Step step) {
    assertThat(step.words().get(0)).isEqualTo("harness/nightly.sh");
    StringWriter help = new StringWriter();
    PrintWriter out = new PrintWriter(help);
    Main.execute(out, out, "nightly", "--help");
    step.words().stream()
        .filter(word -> word.startsWith("--"))
        .forEach(option -> assertThat(help.toString()).containsPattern(option + "[=\\s]"));
  }

  @Test
  void theTagOfTheSchedule_isThatOfAnExperiment() throws IOException {
    String workflow = Files.readString(HOME.resolve(".github/workflows/nightly.yml"));
    Matcher tag = Pattern.compile("TAG: .*\\|\\| '([a-z-]+)'").matcher(workflow);
    assertThat(tag.find()).isTrue();
    try (Stream<Path> files = Files.walk(HOME.resolve("harness/experiments"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".yaml"))
                  .flatMap(file -> ExperimentSpec.read(file, Scale.EMBEDDED).tags().stream()))
          .contains(tag.group(1));
    }
  }
}
