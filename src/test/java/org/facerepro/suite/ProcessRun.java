package org.facerepro.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facerepro.cli.Main;
import org.facerepro.experiment.ArtifactStore;

/**
 * The smallest experiment in a process of its own, with a store and an output folder of its own.
 */
record ProcessRun(Path folder) {
  static final String RESULT = "tiny/embedded-seed1/result.json";
  static final String ARCHIVE = "tiny/embedded-seed1/tiny-embedded-seed1.tar.gz";

  private static final String TINY = "fixtures/experiments/tiny.yaml";
  private static final long PATIENCE_SECONDS = 400;

  Process start() throws IOException {
    return start("out");
  }

  Process start(String out, String... further) throws IOException {
    return start(out, List.of(), further);
  }

  /** Starts a process whose writes fail where a file would become larger. */
  Process startWritingAtMost(int kibibytes) throws IOException {
    String limited = "ulimit -f %d; exec \"$@\"".formatted(2 * kibibytes);
    return start("out", List.of("sh", "-c", limited, "sh"));
  }

  private Process start(String out, List<String> before, String... further) throws IOException {
    Path home = SuiteSettings.fromBuild().home();
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short-lived processes: most of their time would go into the second compiler.
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dfacerepro.home=" + home));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", home.resolve(TINY).toString()));
    command.addAll(List.of("--store", folder.resolve("store").toString()));
    command.addAll(List.of("--out", folder.resolve(out).toString()));
    command.addAll(List.of(further));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log(out).toFile())
        .start();
  }

  /** Runs to the end, and returns how many milliseconds that took. */
  long complete() throws IOException, InterruptedException {
    long start = System.nanoTime();
    end(start(), "out");
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Waits for the end of a process, which must be a good one. */
  void end(Process process, String out) throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log(out))).isZero();
  }

  ArtifactStore store() {
    return new ArtifactStore(folder.resolve("store"));
  }

  Path log(String out) {
    return folder.resolve(out + ".txt");
  }

  Path out(String file) {
    return folder.resolve("out").resolve(file);
  }

  /**
   * Counts the different names that have been seen in the store, those of half files among them.
   */
  final class Watch {
    private final Set<Path> seen = new HashSet<>();

    int names() throws IOException {
      if (Files.isDirectory(store().root())) {
        try (Stream<Path> paths = Files.walk(store().root())) {
          paths.forEach(seen::add);
        } catch (UncheckedIOException | NoSuchFileException goneMeanwhile) {
          return seen.size();
        }
      }
      return seen.size();
    }
  }
}
