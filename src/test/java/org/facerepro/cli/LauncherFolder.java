package org.facerepro.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project with nothing in it but the launcher and one source, a {@code java} and a {@code mvn}
 * that only write down how they were called, and no other program but those that the launcher may
 * rely on.
 */
final class LauncherFolder {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "dirname",
          "find",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail");

  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then
        echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2
        echo "openjdk version \\"${FAKE_VERSION:-17.0.15}\\" 2025-04-15" >&2
        exit 0
      fi
      printf '%s\\n' "$@" >"$FAKE/java.txt"
      exit "${FAKE_EXIT:-0}"
      """;

  private static final String MVN =
      """
      #!/bin/sh
      echo build >>"$FAKE/mvn.txt"
      sleep "${FAKE_SECONDS:-0}"
      echo jar >"$FAKE_HOME/target/facerepro.jar"
      echo library.jar >"$FAKE_HOME/target/runtime.classpath"
      exit "${FAKE_MVN_EXIT:-0}"
      """;

  /** How a start of the launcher ended. */
  record Outcome(int code, String err) {}

  final Path root;
  final Path home;
  final Path source;
  private final Path bin;
  private final Path notes;
  private final Map<String, String> environment = new TreeMap<>();

  LauncherFolder(Path root, Path launcher) throws IOException {
    this.root = root;
    home = root.resolve("a project");
    source = home.resolve("src/main/java/Source.java");
    bin = Files.createDirectories(root.resolve("bin"));
    notes = Files.createDirectories(root.resolve("notes"));
    Files.createDirectories(home.resolve("src/main/java"));
    Files.writeString(source, "source");
    Files.writeString(home.resolve("pom.xml"), "pom");
    Files.copy(launcher, launcher(), StandardCopyOption.COPY_ATTRIBUTES);
    program("java", JAVA);
    program("mvn", MVN);
    for (String tool : TOOLS) {
      program(tool, "#!/bin/sh\nexec '" + find(tool) + "' \"$@\"\n");
    }
    environment.put("PATH", bin.toString());
    environment.put("FAKE", notes.toString());
    environment.put("FAKE_HOME", home.toString());
  }

  Path launcher() {
    return home.resolve("facerepro");
  }

  Path target(String name) {
    return home.resolve("target").resolve(name);
  }

  LauncherFolder with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  void remove(String program) throws IOException {
    Files.delete(bin.resolve(program));
  }

  Process begin(Path command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  Outcome start(String... arguments) throws IOException, InterruptedException {
    return end(begin(launcher(), arguments));
  }

  static Outcome end(Process process) throws IOException, InterruptedException {
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), err);
  }

  /** Makes the sources a day old and a build an hour old: the order of times is then certain. */
  void age() throws IOException {
    Instant now = Instant.now();
    List<Path> files;
    try (Stream<Path> all = Files.walk(home.resolve("src"))) {
      files = new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList());
    }
    files.add(home.resolve("pom.xml"));
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(1))));
    }
    FileTime built = FileTime.from(now.minus(Duration.ofHours(1)));
    Files.setLastModifiedTime(target("launcher.stamp"), built);
  }

  long builds() throws IOException {
    Path note = notes.resolve("mvn.txt");
    return Files.exists(note) ? Files.readAllLines(note).size() : 0;
  }

  /** The arguments that Java was last started with. */
  List<String> javaArguments() throws IOException {
    return Files.readAllLines(notes.resolve("java.txt"));
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path find(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on the PATH"));
  }
}
