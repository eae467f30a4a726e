package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.experiment.Artifact;
import org.facerepro.experiment.PartReports;
import org.facerepro.experiment.StoredParts;
import org.facerepro.experiment.StoredScores;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;

/** The files of one stage that measures in an archive, and what follows from them. */
final class VerifyStage {
  /** Arrays are made per fold, so that one absurd number must not fill the memory. */
  private static final int MOST_FOLDS = 100_000;

  private static final String FOLDS = "folds.npy";

  /** Stands between the name of a stage and the arm that varies it; both draw the same seed. */
  private static final char ARM = '@';

  private final Contents contents;
  private final String kind;
  private final String name;

  VerifyStage(Contents contents, String name) {
    this(contents, StageEntries.VERIFY, name);
  }

  VerifyStage(Contents contents, String kind, String name) {
    this.contents = contents;
    this.kind = kind;
    this.name = name;
  }

  String entry(String file) {
    return StageEntries.name(kind, name, file);
  }

  /** Returns the digest that the artifact of this stage has if these are its files. */
  String payload() {
    Map<String, String> hashes = new TreeMap<>();
    for (String file : StageEntries.kept(kind)) {
      hashes.put(file, contents.sha256(entry(file)));
    }
    return Artifact.digest(hashes);
  }

  /** Returns the images that failed to enrol, with the reason. */
  Map<String, String> failures() {
    return contents.texts(entry(StageEntries.FAILURES));
  }

  /** Returns the metrics as they are stored, by the names of their reports. */
  Map<String, MetricReport> stored() {
    String entry = entry(StageEntries.METRICS);
    return StageEntries.hasParts(kind)
        ? contents.read(entry, PartReports.class).of(name)
        : Map.of(name, contents.read(entry, MetricReport.class));
  }

  /**
   * Measures all parts again.
   *
   * @param folder an empty folder of its own to unpack to
   * @throws CorruptDataException if the arrays are none; the message names no place outside
   */
  PartReports parts(Path folder, Seed seed) throws IOException {
    Files.createDirectories(folder);
    for (String file : StoredParts.arrays(kind)) {
      contents.layDown(entry(file), folder.resolve(file));
    }
    try {
      if (kind.equals(StageEntries.VERIFY_GROUPS)) {
        requireFewFolds(folder);
      }
      return StoredParts.measure(kind, folder, seed.child(origin()));
    } catch (CorruptDataException e) {
      throw unmeasurable(folder, e);
    }
  }

  /**
   * Unpacks the scores.
   *
   * @param folder an empty folder of its own to unpack to
   * @throws CorruptDataException if they are none; the message names the entry
   */
  Scores scores(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : StoredScores.FILES) {
      contents.layDown(entry(file), folder.resolve(file));
    }
    try {
      return read(folder);
    } catch (CorruptDataException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      throw unmeasurable(folder, e);
    }
  }

  /** Measures again; see {@link #scores}. */
  MetricReport measure(Scores scores, Seed seed) {
    try {
      return VerificationMetrics.report(scores, seed.child(origin()));
    } catch (CorruptDataException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      throw unmeasurable(Path.of(name), e);
    }
  }

  private String origin() {
    int mark = name.indexOf(ARM);
    return mark < 0 ? name : name.substring(0, mark);
  }

  private static CorruptDataException unmeasurable(Path folder, RuntimeException e) {
    String reason = String.valueOf(e.getMessage()).replace(folder + "/", "");
    return new CorruptDataException("cannot be measured: " + reason, e);
  }

  private static Scores read(Path folder) {
    requireFewFolds(folder);
    return StoredScores.read(folder);
  }

  private static void requireFewFolds(Path folder) {
    long[] folds = Npy.read(folder.resolve(FOLDS)).longs();
    if (LongStream.of(folds).anyMatch(fold -> fold >= MOST_FOLDS)) {
      throw new CorruptDataException(FOLDS + " has more than " + MOST_FOLDS + " folds");
    }
  }
}
