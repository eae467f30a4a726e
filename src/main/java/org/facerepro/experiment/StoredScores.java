package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.CorruptDataException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.Scores;

/**
 * Scores as arrays that any tool can read: {@code similarity.npy} float32 {@code [n]} (NaN = an
 * image was not enrolled), {@code genuine.npy} bool {@code [n]}, {@code folds.npy} int32 {@code
 * [n]}, {@code subjects.npy} int32 {@code [n, 2]}.
 *
 * <p>Subjects are numbers by first appearance: a name is not needed to measure anything.
 */
public final class StoredScores {
  /** The files of one set of scores. */
  public static final List<String> FILES =
      List.of("similarity.npy", "genuine.npy", "folds.npy", "subjects.npy");

  private StoredScores() {}

  /** Writes scores into a folder. */
  static void write(Path folder, Scores scores) {
    int n = scores.size();
    boolean[] genuine = new boolean[n];
    int[] folds = new int[n];
    int[] subjects = new int[2 * n];
    for (int i = 0; i < n; i++) {
      genuine[i] = scores.genuine(i);
      folds[i] = scores.fold(i);
      subjects[2 * i] = scores.firstSubject(i);
      subjects[2 * i + 1] = scores.secondSubject(i);
    }
    Npy.write(folder.resolve(FILES.get(0)), NpyArray.ofFloats(scores.similarities(), n));
    Npy.write(folder.resolve(FILES.get(1)), NpyArray.ofBooleans(genuine, n));
    Npy.write(folder.resolve(FILES.get(2)), NpyArray.ofInts(folds, n));
    Npy.write(folder.resolve(FILES.get(3)), NpyArray.ofInts(subjects, n, 2));
  }

  /**
   * Reads scores from a folder.
   *
   * @throws CorruptDataException if a file is broken or their lengths do not agree
   */
  public static Scores read(Path folder) {
    float[] similarity = Npy.read(folder.resolve(FILES.get(0))).floats();
    boolean[] genuine = Npy.read(folder.resolve(FILES.get(1))).booleans();
    long[] folds = Npy.read(folder.resolve(FILES.get(2))).longs();
    long[] subjects = Npy.read(folder.resolve(FILES.get(3))).longs();
    int n = similarity.length;
    if (genuine.length != n || folds.length != n || subjects.length != 2 * n) {
      throw new CorruptDataException(folder + ": the arrays of scores differ in length");
    }
    long foldCount = 1;
    for (long fold : folds) {
      foldCount = Math.max(foldCount, fold + 1);
    }
    try {
      Scores.Builder builder = Scores.builder(Math.toIntExact(foldCount));
      for (int i = 0; i < n; i++) {
        builder.add(
            similarity[i],
            genuine[i],
            Math.toIntExact(folds[i]),
            Long.toString(subjects[2 * i]),
            Long.toString(subjects[2 * i + 1]));
      }
      return builder.build();
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new CorruptDataException(folder + ": impossible scores: " + e.getMessage(), e);
    }
  }
}
