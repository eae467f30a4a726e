package org.facerepro.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The revision of a git checkout, asked of the installed git. */
final class GitRevision {
  private static final long PATIENCE_SECONDS = 10;
  private static final List<String> CHANGES =
      List.of("status", "--porcelain", "--untracked-files=no", "--", ".", ":(exclude)results");

  private GitRevision() {}

  /**
   * Returns the commit, with {@code -dirty} where tracked files differ; empty without git. Results
   * are no part of the program: those that one night submits do not make the next one's unsound.
   */
  static Optional<String> of(Path home) {
    return git(home, List.of("rev-parse", "HEAD"))
        .map(
            commit ->
                git(home, CHANGES)
                    .map(changes -> changes.isEmpty() ? commit : commit + "-dirty")
                    .orElse(commit));
  }

  private static Optional<String> git(Path home, List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder("git", "-C", home.toString());
    builder.command().addAll(arguments);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
