package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed program by itself: one file in an empty folder, no project, no environment. */
@Fixture
class PortableJarSuite {
  private static final String JAR = "facerepro-portable.jar";
  private static final String ARCHIVE = "run.tar.gz";

  @TempDir static Path made;
  @TempDir Path folder;

  private record Outcome(int code, String output) {}

  @BeforeAll
  static void runTheSmallestExperiment() throws IOException, InterruptedException {
    new ProcessRun(made).complete();
  }

  private Outcome execute(String... arguments) throws IOException, InterruptedException {
    Path jar = SuiteSettings.fromBuild().home().resolve("target").resolve(JAR);
    Files.copy(jar, folder.resolve(JAR));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx128m", "-jar", JAR));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), output);
  }

  private void copyArchive() throws IOException {
    Files.copy(new ProcessRun(made).out(ProcessRun.ARCHIVE), folder.resolve(ARCHIVE));
  }

  @Test
  void recompute_ofAnArchiveOfThisBuild_findsEveryNumberAgainAndWritesNothing()
      throws IOException, InterruptedException {
    copyArchive();
    Outcome outcome = execute("archive", "recompute", ARCHIVE);
    assertThat(outcome.output()).contains(ARCHIVE + ": sound (").contains("recomputed");
    assertThat(outcome.code()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder(JAR, ARCHIVE);
    }
  }

  @Test
  void verify_ofAnArchiveWithOneFlippedBit_namesIt() throws IOException, InterruptedException {
    copyArchive();
    Path archive = folder.resolve(ARCHIVE);
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    Outcome outcome = execute("archive", "verify", ARCHIVE);
    assertThat(outcome.code()).as(outcome.output()).isNotZero();
    assertThat(outcome.output()).contains(ARCHIVE).doesNotContain("sound");
  }

  @Test
  void version_isThatOfTheBuild() throws IOException, InterruptedException {
    assertThat(execute("--version").output()).startsWith("facerepro 0.");
  }

  @Test
  void generate_inAnEmptyFolder_drawsFaces() throws IOException, InterruptedException {
    Outcome outcome = execute("generate", "--subjects", "2", "--samples", "1", "--out", "faces");
    assertThat(outcome.code()).as(outcome.output()).isZero();
    assertThat(folder.resolve("faces/index.json")).exists();
  }

  @Test
  void embed_withoutTheEnginesLibraries_exits2AndSaysWhereTheyAre()
      throws IOException, InterruptedException {
    Path models = SuiteSettings.fromBuild().home().resolve("fixtures/models");
    String faces = models.resolve("faces").toString();
    String model = models.resolve("tiny.pt").toString();
    Outcome outcome = execute("embed", "--faces", faces, "--model", model, "--out", "faces.npy");
    assertThat(outcome.code()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output()).contains("the engine does not start", "PYTORCH_LIBRARY_PATH");
    assertThat(folder.resolve("faces.npy")).doesNotExist();
  }
}
