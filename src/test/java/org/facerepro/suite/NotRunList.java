package org.facerepro.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.EnumNames;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.GateOutcome;

/**
 * What a build could not run: one file for each case in {@code not-run/} beside the results, so
 * that forks need not share one and a case that runs later takes its own away.
 */
final class NotRunList {
  private NotRunList() {}

  /** Forgets what an earlier build said of a case. */
  static void forget(Path folder, ExperimentCase each) {
    try {
      Files.deleteIfExists(file(folder, each));
    } catch (IOException e) {
      throw new StorageException("cannot delete " + file(folder, each), e);
    }
  }

  /** Adds a case; returns the reason in one line. */
  static String add(Path folder, ExperimentCase each, List<GateOutcome> gates) {
    String reason =
        gates.stream().map(GateOutcome::evidence).distinct().collect(Collectors.joining("; "));
    String line = "NOT_RUN " + each + ": " + reason;
    AtomicFiles.writeFile(file(folder, each), (line + "\n").getBytes(StandardCharsets.UTF_8));
    return line;
  }

  private static Path file(Path folder, ExperimentCase each) {
    String name =
        "%s-%s-seed%d.txt".formatted(each.experiment(), EnumNames.of(each.scale()), each.seed());
    return folder.resolve("not-run").resolve(name);
  }
}
