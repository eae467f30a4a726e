package org.facerepro.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.GateOutcome;

/** The list of what a build could not run, {@code not-run.txt} beside the results. */
final class NotRunList {
  private NotRunList() {}

  /** Adds a case; returns the reason in one line. */
  static String add(Path folder, ExperimentCase each, List<GateOutcome> gates) {
    String reason =
        gates.stream().map(GateOutcome::evidence).distinct().collect(Collectors.joining("; "));
    String line = "NOT_RUN " + each + ": " + reason;
    try {
      Files.createDirectories(folder);
      Files.write(
          folder.resolve("not-run.txt"),
          (line + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new StorageException("cannot write the list of what was not run in " + folder, e);
    }
    return line;
  }
}
