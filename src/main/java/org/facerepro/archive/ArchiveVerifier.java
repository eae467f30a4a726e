package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.archive.container.Limits;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.FaceReproException;
import org.facerepro.core.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * Checks an archive: the container byte by byte, every entry against the manifest, and the result
 * against specification, plan, data cards and metrics; of a trial also every run in it, and the
 * trial against its runs. {@link #recompute} also makes the metrics and the trial again from the
 * scores.
 *
 * <p>What no score tells cannot be computed again and is only hashed: plots, training logs, the
 * environment, the keys of artifacts, and the text of a trial.
 */
public final class ArchiveVerifier {
  private final List<ArchiveVerification.Finding> findings = new ArrayList<>();
  private final Limits limits;

  private ArchiveVerifier(Limits limits) {
    this.limits = limits;
  }

  /**
   * Checks every byte, and that all entries fit each other; memory does not depend on the number of
   * scores.
   *
   * @throws DataUnavailableException if there is no such file
   */
  public static ArchiveVerification verify(Path file) {
    return verify(file, Limits.DEFAULT);
  }

  static ArchiveVerification verify(Path file, Limits limits) {
    return new ArchiveVerifier(limits).run(file, null);
  }

  /**
   * Checks the same, and computes every metric, gate and verdict again from the stored scores.
   *
   * @throws DataUnavailableException if there is no such file
   */
  public static ArchiveVerification recompute(Path file) {
    try {
      Path scratch = Files.createTempDirectory("facerepro-recompute");
      try {
        return new ArchiveVerifier(Limits.DEFAULT).run(file, scratch);
      } finally {
        AtomicFiles.deleteTree(scratch);
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack scores to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private ArchiveVerification run(Path file, @Nullable Path scratch) {
    Contents contents = ArchiveReading.read(file, limits, scratch, this::report);
    int recomputed = findings.isEmpty() ? examine(contents, scratch) : 0;
    return new ArchiveVerification(
        ArchiveVerification.SCHEMA,
        findings.isEmpty(),
        contents.names().size(),
        scratch == null ? 0 : recomputed,
        findings);
  }

  private int examine(Contents contents, @Nullable Path scratch) {
    String place = scratch == null ? "consistency" : "recomputation";
    try {
      return contents.names().contains(TrialArchive.TRIAL)
          ? new TrialCheck(contents, scratch, this::report).run()
          : new Recomputation(contents, scratch, this::report).run();
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack scores to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    } catch (FaceReproException | IllegalArgumentException | IllegalStateException e) {
      report(place, String.valueOf(e.getMessage()));
      return 0;
    }
  }

  private void report(String entry, String problem) {
    findings.add(new ArchiveVerification.Finding(entry, problem));
  }
}
