package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.cli.LauncherFolder.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("facerepro.home", "")).resolve("facerepro");

  @TempDir Path root;
  private LauncherFolder folder;

  @BeforeEach
  void makeProject() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    folder = new LauncherFolder(root.toRealPath(), LAUNCHER);
  }

  @Test
  void start_twice_buildsOnce() throws Exception {
    assertThat(folder.start("list").err()).contains("building the program");
    folder.age();
    assertThat(folder.start("list")).isEqualTo(new Outcome(0, ""));
    assertThat(folder.builds()).isEqualTo(1);
  }

  @Test
  void start_afterASourceChanged_buildsAgain() throws Exception {
    folder.start();
    folder.age();
    Files.writeString(folder.source, "changed");
    folder.start();
    assertThat(folder.builds()).isEqualTo(2);
  }

  @Test
  void start_afterASourceWasDeleted_buildsAgain() throws Exception {
    folder.start();
    folder.age();
    Files.delete(folder.source);
    folder.start();
    assertThat(folder.builds()).isEqualTo(2);
  }

  @Test
  void start_afterABuildThatFailed_exits70AndBuildsAgain() throws Exception {
    Outcome failed = folder.with("FAKE_MVN_EXIT", "1").start();
    assertThat(failed.code()).isEqualTo(70);
    assertThat(failed.err()).contains("the build failed; the whole log is");
    assertThat(folder.target("launcher.lock")).doesNotExist();
    assertThat(folder.with("FAKE_MVN_EXIT", "0").start().code()).isEqualTo(0);
    assertThat(folder.builds()).isEqualTo(2);
  }

  @Test
  void start_twiceAtOnce_buildsOnce() throws Exception {
    folder.with("FAKE_SECONDS", "1");
    Process first = folder.begin(folder.launcher());
    Process second = folder.begin(folder.launcher());
    assertThat(LauncherFolder.end(first).code()).isEqualTo(0);
    assertThat(LauncherFolder.end(second).code()).isEqualTo(0);
    assertThat(folder.builds()).isEqualTo(1);
  }

  @Test
  void start_withTheLockOfAProcessThatDied_breaksIt() throws Exception {
    Process dead = folder.begin(folder.launcher());
    LauncherFolder.end(dead);
    Files.delete(folder.target("launcher.stamp"));
    Files.createDirectories(folder.target("launcher.lock"));
    Files.writeString(folder.target("launcher.lock").resolve("pid"), dead.pid() + "\n");
    assertThat(folder.start().code()).isEqualTo(0);
    assertThat(folder.builds()).isEqualTo(2);
    assertThat(folder.target("launcher.lock")).doesNotExist();
  }

  @Test
  void start_passesArgumentsWithBlanksOn() throws Exception {
    folder.start("run", "two words", "", "*");
    assertThat(folder.javaArguments())
        .endsWith("org.facerepro.cli.Main", "run", "two words", "", "*")
        .contains("-Dfacerepro.home=" + folder.home)
        .contains(folder.target("facerepro.jar") + ":library.jar");
  }

  @Test
  void start_endsWithTheExitCodeOfTheProgram() throws Exception {
    assertThat(folder.with("FAKE_EXIT", "3").start().code()).isEqualTo(3);
  }

  @Test
  void start_throughRelativeLinks_findsTheProject() throws Exception {
    Path links = Files.createDirectories(folder.root.resolve("other links"));
    Files.createSymbolicLink(links.resolve("first"), Path.of("../a project/facerepro"));
    Path second = Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
    assertThat(LauncherFolder.end(folder.begin(second)).code()).isEqualTo(0);
    assertThat(folder.javaArguments()).contains("-Dfacerepro.home=" + folder.home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_392", "11.0.2", "16"})
  void start_withAnOldJava_exits70AndSaysWhatToDo(String version) throws Exception {
    Outcome outcome = folder.with("FAKE_VERSION", version).start();
    assertThat(outcome.code()).isEqualTo(70);
    assertThat(outcome.err()).contains("Java " + version, "install a JDK 17 or newer");
    assertThat(folder.builds()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "21-ea", "25.0.1"})
  void start_withANewerJava_runs(String version) throws Exception {
    assertThat(folder.with("FAKE_VERSION", version).start().code()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "mvn"})
  void start_withoutAProgramItNeeds_exits70AndSaysWhatToInstall(String program) throws Exception {
    folder.remove(program);
    Outcome outcome = folder.start();
    assertThat(outcome.code()).isEqualTo(70);
    assertThat(outcome.err()).contains("found: install");
    assertThat(folder.target("launcher.lock")).doesNotExist();
  }
}
