package org.facerepro.experiment.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

  private static Program program(String... options) {
    return new Program("java", List.of(options), "a.jar:b.jar", "org.facerepro.Main");
  }

  @Test
  void command_hasOptionsThenFurtherOnesThenMainAndArguments() {
    assertThat(
            program("--add-modules=jdk.incubator.vector", "-Da=b")
                .command(List.of("-Xmx1g"), List.of("run", "x")))
        .containsExactly(
            "java",
            "--add-modules=jdk.incubator.vector",
            "-Da=b",
            "-Xmx1g",
            "-cp",
            "a.jar:b.jar",
            "org.facerepro.Main",
            "run",
            "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx4g",
        "-Xms4g",
        "-XX:MaxRAMPercentage=40",
        "-XX:InitialHeapSize=1g",
        "-XX:ActiveProcessorCount=2",
        "-agentlib:jdwp=transport=dt_socket,address=5005"
      })
  void options_ofMemoryProcessorsAndDebugger_areNotPassedOn(String option) {
    assertThat(program(option, "-Xlog:gc").options()).containsExactly("-Xlog:gc");
  }

  @Test
  void running_isThisProcess() {
    Program running = Program.running(ProgramTest.class);
    assertThat(running.main()).isEqualTo("org.facerepro.experiment.helper.ProgramTest");
    assertThat(running.classPath()).isEqualTo(System.getProperty("java.class.path"));
    assertThat(running.options()).contains("--add-modules=jdk.incubator.vector");
    assertThat(Files.isExecutable(Path.of(running.java()))).isTrue();
  }
}
