package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAgainTest {
  private static final Path TINY = Home.folder().resolve("fixtures/experiments/tiny.yaml");
  private static final String BEFORE = "to run it again: ";

  @TempDir Path folder;

  @Test
  void command_ofAnId_isTheShortestThatDoesTheSame() {
    assertThat(new RunAgain("quickstart", "sample", null, "auto", 1).command(List.of(1L, 2L)))
        .isEqualTo("./facerepro run quickstart --scale sample --seeds 1,2");
  }

  @Test
  void command_saysWhereTheDataIsAndWhatRan() {
    assertThat(new RunAgain("quickstart", "sample", Path.of("/d"), "cpu:1", 2).command(List.of(7L)))
        .isEqualTo(
            "./facerepro run quickstart --scale sample --seeds 7 --data /d --device cpu:1"
                + " --jobs 2");
  }

  @Test
  void command_ofAFileOfTheProject_namesItFromTheProjectOn() {
    assertThat(new RunAgain(TINY.toString(), "embedded", null, "auto", 1).command(List.of(1L)))
        .isEqualTo("./facerepro run fixtures/experiments/tiny.yaml --scale embedded --seeds 1");
  }

  @Test
  void command_quotesWhatAShellWouldSplit() {
    assertThat(new RunAgain("a", "embedded", Path.of("/my set's"), "auto", 1).command(List.of(1L)))
        .endsWith(" --data '/my set'\\''s'");
  }

  /** The commands of both runs and of the trial, each as a shell takes it. */
  @Test
  void run_ofAFile_printsCommandsThatRunItAgain() throws Exception {
    Path own = Files.createDirectory(folder.resolve("my study"));
    Path spec = own.resolve("own-study.yaml");
    Files.writeString(spec, Files.readString(TINY).replace("id: tiny", "id: own-study"));
    Path data = Files.createDirectory(folder.resolve("data"));
    String printed =
        run("run", spec.toString(), "--seeds", "1,2", "--data", data.toString(), "--device", "cpu");
    List<String> commands =
        printed
            .lines()
            .filter(line -> line.startsWith(BEFORE))
            .map(line -> line.substring(BEFORE.length()))
            .toList();
    assertThat(commands).hasSize(3);
    assertThat(commands.get(2)).contains("--seeds 1,2 ", "--device cpu", "--data " + data);
    for (String command : commands) {
      List<String> words = words(command);
      assertThat(words.get(0)).isEqualTo("./facerepro");
      String again = run(words.subList(1, words.size()).toArray(String[]::new));
      assertThat(again).contains("own-study", BEFORE + command);
    }
    String seed = "own-study/embedded-seed1/";
    assertThat(Files.readString(folder.resolve("out/" + seed + "report.txt")))
        .contains(BEFORE + "./facerepro run own-study ")
        .doesNotContain(folder.toString());
    assertThat(Files.readString(folder.resolve("out/own-study/embedded-trial.txt")))
        .doesNotContain(folder.toString());
    assertThat(Files.readString(folder.resolve("out/own-study/embedded-trial.json")))
        .doesNotContain(folder.toString());
  }

  private static List<String> words(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "set -- " + command + "; printf '%s\\n' \"$@\"").start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return printed.lines().toList();
  }

  private String run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    all.addAll(List.of("--out", folder.resolve("out").toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }
}
