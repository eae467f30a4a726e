package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;
import org.facerepro.core.Sha256;
import org.facerepro.data.Npy;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.StoredScores;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;

/** The files of one verify stage in an archive, and what follows from them. */
final class VerifyStage {
  /** Arrays are made per fold, so that one absurd number must not fill the memory. */
  private static final int MOST_FOLDS = 100_000;

  private static final String FOLDS = "folds.npy";

  private final Contents contents;
  private final String name;

  VerifyStage(Contents contents, String name) {
    this.contents = contents;
    this.name = name;
  }

  String entry(String file) {
    return ResultArchive.entry(ResultArchive.VERIFY, name, file);
  }

  /** Returns the digest that the artifact of this stage has if these are its files. */
  String payload() {
    Map<String, String> hashes = new TreeMap<>();
    for (String file : ResultArchive.kept(ResultArchive.VERIFY)) {
      hashes.put(file, Sha256.of(contents.bytes(entry(file))).hex());
    }
    return Artifact.digest(hashes);
  }

  /** Returns the images that failed to enrol, with the reason. */
  Map<String, String> failures() {
    return contents.texts(entry(ResultArchive.FAILURES));
  }

  /**
   * Measures again.
   *
   * @param folder an empty folder of its own to unpack to
   * @throws CorruptDataException if the scores cannot be measured; the message names the entry
   */
  MetricReport measure(Path folder, Seed seed) throws IOException {
    Files.createDirectories(folder);
    for (String file : StoredScores.FILES) {
      Files.write(folder.resolve(file), contents.bytes(entry(file)));
    }
    try {
      return VerificationMetrics.report(scores(folder), seed.child(name));
    } catch (CorruptDataException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      String reason = String.valueOf(e.getMessage()).replace(folder + "/", "");
      throw new CorruptDataException("cannot be measured: " + reason, e);
    }
  }

  private static Scores scores(Path folder) {
    long[] folds = Npy.read(folder.resolve(FOLDS)).longs();
    if (LongStream.of(folds).anyMatch(fold -> fold >= MOST_FOLDS)) {
      throw new CorruptDataException(FOLDS + " has more than " + MOST_FOLDS + " folds");
    }
    return StoredScores.read(folder);
  }
}
