package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facerepro.cli.Main;
import org.facerepro.experiment.SmallCheckout;

/**
 * A project that has the nightly script, one tiny experiment and a launcher that starts the classes
 * under test instead of building them.
 */
final class NightlyFolder {
  private static final long PATIENCE_SECONDS = 180;

  private final Path home;

  NightlyFolder(Path home) throws IOException {
    this.home = home;
    Path project = SuiteSettings.fromBuild().home().toAbsolutePath();
    copy(project, "harness/nightly.sh");
    copy(project, "protocols/proxy-real.yaml");
    copy(project, "baselines/published.csv");
    Path spec = Files.createDirectories(home.resolve("harness/experiments")).resolve("tiny.yaml");
    Files.copy(project.resolve("fixtures/experiments/tiny.yaml"), spec);
    executable(
        Files.writeString(
            home.resolve("facerepro"),
            """
            #!/bin/sh
            exec '%s' -Xmx1g --add-modules jdk.incubator.vector -Dfacerepro.home='%s' \
              -cp '%s' %s "$@"
            """
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    home,
                    System.getProperty("java.class.path"),
                    Main.class.getName())));
  }

  /** Makes the project a checkout: who submits a result must say of which revision it is. */
  void commit() throws IOException, InterruptedException {
    SmallCheckout.commit(home, "facerepro", "harness", "protocols", "baselines");
  }

  private void copy(Path project, String file) throws IOException {
    Path target = home.resolve(file);
    Files.createDirectories(target.resolveSibling(""));
    Files.copy(project.resolve(file), target);
    executable(target);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Process begin(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("sh", "harness/nightly.sh"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
    builder.environment().remove("FACEREPRO_DATA");
    return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
  }

  /** Runs the script to its end and returns its exit code. */
  int run(String... arguments) throws IOException, InterruptedException {
    Process process = begin(arguments);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return home.resolve("log.txt");
  }

  /** Returns the folder of the newest complete night. */
  Path night() throws IOException {
    try (Stream<Path> nights = Files.list(home.resolve("results/nightly"))) {
      return nights
          .filter(night -> !String.valueOf(night.getFileName()).startsWith("."))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }
}
