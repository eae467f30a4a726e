package org.facerepro.experiment.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HelperProcessesTest {
  private static final ArtifactName THERE = new ArtifactName("generate", "there");
  private static final ArtifactName ABSENT = new ArtifactName("generate", "absent");

  @TempDir Path store;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A program that fails at once. */
  static final class Failing {
    public static void main(String[] arguments) {
      System.exit(arguments.length);
    }
  }

  private HelperProcesses helpers(int jobs) throws Exception {
    Path artifact = Files.createDirectories(store.resolve("generate/there"));
    Files.writeString(artifact.resolve("artifact.json"), "{}");
    Errand errand =
        new Errand(store, List.of("one"), Scale.EMBEDDED, List.of(), store, null, "cpu:1", false);
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new HelperProcesses(new MachineParts(jobs, 2, 256L << 20), errand, Failing.class, out);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void await_ofWhatIsThere_startsNobody() throws Exception {
    try (HelperProcesses helpers = helpers(2)) {
      helpers.await(List.of(THERE));
      assertThat(helpers.made(THERE)).isFalse();
    }
    assertThat(said()).isEmpty();
  }

  @Test
  void await_onTheUndividedMachine_startsNobody() throws Exception {
    try (HelperProcesses helpers = helpers(1)) {
      helpers.await(List.of(ABSENT));
      assertThat(helpers.made(ABSENT)).isFalse();
    }
    assertThat(said()).isEmpty();
  }

  @Test
  void await_whereEveryHelperDies_saysSoAndLeavesTheWorkToTheCaller() throws Exception {
    try (HelperProcesses helpers = helpers(2)) {
      helpers.await(List.of(THERE, ABSENT));
      assertThat(helpers.made(THERE)).isFalse();
      assertThat(helpers.made(ABSENT)).isTrue();
    }
    assertThat(said().lines())
        .contains(
            "facerepro: 2 jobs; results are those of --device cpu:1",
            "facerepro: job 1 ended early (exit code 13); others do its work",
            "facerepro: job 2 ended early (exit code 13); others do its work");
  }
}
