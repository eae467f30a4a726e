package org.facerepro.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Verdict;

/**
 * What a build could not run, and what drifted: one file for each case in {@code not-run/} or
 * {@code drift/} beside the results, so that forks need not share one and a case that runs later
 * takes its own away.
 */
final class Unpassed {
  private final Path out;
  private final ExperimentCase each;

  Unpassed(Path out, ExperimentCase each) {
    this.out = out;
    this.each = each;
  }

  /** Forgets what an earlier build said of the case. */
  void forget() {
    for (Verdict verdict : new Verdict[] {Verdict.NOT_RUN, Verdict.DRIFT}) {
      try {
        Files.deleteIfExists(file(verdict));
      } catch (IOException e) {
        throw new StorageException("cannot delete " + file(verdict), e);
      }
    }
  }

  /** Notes the case; returns the note in one line. */
  String note(Verdict verdict, String reason) {
    String line = verdict + " " + each + ": " + reason;
    AtomicFiles.writeFile(file(verdict), (line + "\n").getBytes(StandardCharsets.UTF_8));
    return line;
  }

  private Path file(Verdict verdict) {
    String folder = verdict == Verdict.DRIFT ? "drift" : "not-run";
    return out.resolve(folder).resolve(each.fileName() + ".txt");
  }
}
