package org.facerepro.experiment.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HelperProcessTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @BeforeEach
  void needAShell() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  private HelperProcess start(String script) {
    return HelperProcess.start("job 1", List.of("sh", "-c", script), out).orElseThrow();
  }

  private List<String> said() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void whatAHelperSays_comesUnderItsName_errorsToo() {
    HelperProcess helper = start("echo one; echo two >&2");
    helper.awaitEnd();
    assertThat(said()).containsExactly("job 1: one", "job 1: two");
    assertThat(helper.alive()).isFalse();
  }

  @Test
  void aHelperThatDies_isSaidInOneLine() {
    start("echo out of memory; exit 70").awaitEnd();
    assertThat(said())
        .containsExactly(
            "job 1: out of memory",
            "facerepro: job 1 ended early (exit code 70); others do its work");
  }

  @Test
  void aHelperThatIsStopped_seesTheEndOfItsInput_andIsNoNews() {
    HelperProcess helper = start("cat; echo interrupted; exit 1");
    assertThat(helper.alive()).isTrue();
    helper.stop();
    helper.awaitEnd();
    assertThat(helper.alive()).isFalse();
    assertThat(said()).isEmpty();
  }

  @Test
  void aHelperThatCannotBeStarted_isSaidInOneLine() {
    assertThat(HelperProcess.start("job 2", List.of("/no/such/program"), out)).isEmpty();
    assertThat(said())
        .singleElement()
        .asString()
        .startsWith("facerepro: cannot start job 2 (")
        .endsWith("others do its work");
  }

  @Test
  void awaitingAHelperWhileInterrupted_killsItAndTells() {
    HelperProcess helper = start("exec sleep 100");
    Thread.currentThread().interrupt();
    assertThat(helper.awaitEnd()).isTrue();
  }
}
