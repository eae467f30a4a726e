package org.facerepro.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.SpecException;
import org.facerepro.data.score.PyeerScores;
import org.facerepro.metric.LabelledScores;
import org.facerepro.metric.group.GroupedScores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name scores, their classes and their folds. */
final class ScoreOptions {

  @Option(
      names = "--scores",
      required = true,
      paramLabel = "FILE",
      description = {
        "Similarities, higher = more alike, NaN = not made: .npy float32 or float64, .npz:KEY,",
        "OpenBR's .mtx, or text with the classes in it: .csv (label,score), bob's four or five",
        "columns."
      })
  private Path scores = Path.of("");

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "1 or true for a genuine comparison, 0 or false for an impostor one: .npy, .npz:KEY, or"
              + " the mask of an .mtx matrix.")
  private @Nullable Path labels;

  @Option(
      names = "--impostor-scores",
      paramLabel = "FILE",
      description =
          "Scores of impostor comparisons as the last word of each line; --scores then names such a"
              + " file of genuine ones (pyeer).")
  private @Nullable Path impostor;

  @Option(
      names = "--folds",
      paramLabel = "FILE|N",
      description = "Fold of each comparison from 0: .npy; or a number of contiguous folds.")
  private @Nullable String folds;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description =
          "Group of each comparison, one name a line; two names with a comma between them where a"
              + " comparison may cross groups. Adds accuracies and errors by group.")
  private @Nullable Path groups;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Scores of another system on the same comparisons: adds a paired comparison.")
  private @Nullable Path against;

  @Option(
      names = "--distances",
      description = "The scores are distances, lower = more alike: they are negated.")
  private boolean distances;

  /**
   * Reads the scores with their classes and folds.
   *
   * @throws CorruptDataException if the files do not fit together
   */
  NamedScores scores() {
    NamedScores named = named(scores);
    return named.with(folded(named.scores()));
  }

  private LabelledScores folded(LabelledScores read) {
    String named = folds;
    if (named == null) {
      return read;
    }
    if (named.matches("[1-9][0-9]{0,8}")) {
      int count = Integer.parseInt(named);
      if (count > read.size()) {
        throw new SpecException(
            "--folds: %d folds of %d comparisons would be empty".formatted(count, read.size()));
      }
      return read.withContiguousFolds(count);
    }
    if (named.matches("[-+]?[0-9]+")) {
      throw new SpecException("--folds: expected a file or a number from 1 on, got " + named);
    }
    int[] foldOf = ScoreFiles.indices(Path.of(named), Math.max(1, read.size()));
    return read.withFolds(foldOf, Arrays.stream(foldOf).max().orElse(0) + 1);
  }

  /** Reads the scores of the other system, if one was named. */
  @Nullable LabelledScores against() {
    return against == null ? null : named(against).scores();
  }

  /** Puts scores into their groups, if groups were named. */
  @Nullable GroupedScores grouped(LabelledScores read) {
    Path file = groups;
    return file == null ? null : GroupFile.read(file, read);
  }

  private NamedScores named(Path file) {
    NamedScores read =
        impostor == null
            ? ScoreFiles.read(file, labels)
            : NamedScores.of(PyeerScores.read(file, impostor));
    return distances ? read.with(read.scores().negated()) : read;
  }
}
