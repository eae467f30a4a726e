package org.facerepro.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Require;

/**
 * The outcome of a verification protocol: one similarity per comparison, with its class, its fold
 * and its two subjects; immutable.
 *
 * <p>A similarity is the float32 that was stored (higher = more alike), or NaN where the comparison
 * could not be made because an image failed to enrol. Folds are numbered from 0.
 */
public final class Scores {
  private final float[] similarity;
  private final boolean[] genuine;
  private final int[] fold;
  private final int[] firstSubject;
  private final int[] secondSubject;
  private final List<String> subjects;
  private final int foldCount;

  private Scores(Builder builder) {
    int n = builder.size;
    this.similarity = Arrays.copyOf(builder.similarity, n);
    this.fold = Arrays.copyOf(builder.fold, n);
    this.firstSubject = Arrays.copyOf(builder.first, n);
    this.secondSubject = Arrays.copyOf(builder.second, n);
    this.genuine = new boolean[n];
    for (int i = 0; i < n; i++) {
      genuine[i] = builder.genuine.get(i);
    }
    this.subjects = List.copyOf(builder.subjects);
    this.foldCount = builder.foldCount;
  }

  /** Starts scores whose comparisons fall into {@code foldCount} folds. */
  public static Builder builder(int foldCount) {
    Require.between("foldCount", foldCount, 1, Integer.MAX_VALUE);
    return new Builder(foldCount);
  }

  /** Returns the number of comparisons, failed ones included. */
  public int size() {
    return similarity.length;
  }

  public int foldCount() {
    return foldCount;
  }

  /** Returns the similarity of comparison {@code i}, NaN if it failed. */
  public float similarity(int i) {
    return similarity[i];
  }

  /** Returns whether comparison {@code i} could not be made. */
  public boolean failed(int i) {
    return Float.isNaN(similarity[i]);
  }

  public boolean genuine(int i) {
    return genuine[i];
  }

  public int fold(int i) {
    return fold[i];
  }

  /** Returns the first subject of comparison {@code i} as a position in {@link #subjects()}. */
  public int firstSubject(int i) {
    return firstSubject[i];
  }

  /** Returns the second subject of comparison {@code i} as a position in {@link #subjects()}. */
  public int secondSubject(int i) {
    return secondSubject[i];
  }

  /** Returns the ids of all subjects, in the order of their first comparison. */
  public List<String> subjects() {
    return subjects;
  }

  /** Returns a copy of all similarities, the array an archive stores. */
  public float[] similarities() {
    return similarity.clone();
  }

  /** Returns the comparisons that could be made, folds and order kept. */
  public Scores withoutFailures() {
    Builder kept = builder(foldCount);
    for (int i = 0; i < size(); i++) {
      if (!failed(i)) {
        kept.add(
            similarity[i],
            genuine[i],
            fold[i],
            subjects.get(firstSubject[i]),
            subjects.get(secondSubject[i]));
      }
    }
    return kept.build();
  }

  /** Counts the comparisons by class and failure. */
  public ComparisonCounts counts() {
    int genuineCount = 0;
    int failedGenuine = 0;
    int failedImpostor = 0;
    for (int i = 0; i < size(); i++) {
      genuineCount += genuine[i] ? 1 : 0;
      failedGenuine += genuine[i] && failed(i) ? 1 : 0;
      failedImpostor += !genuine[i] && failed(i) ? 1 : 0;
    }
    return new ComparisonCounts(
        genuineCount,
        size() - genuineCount,
        failedGenuine,
        failedImpostor,
        subjects.size(),
        foldCount);
  }

  /** Collects comparisons in the order of the protocol's list. */
  public static final class Builder {
    private static final int INITIAL = 1024;

    private final int foldCount;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> subjects = new ArrayList<>();
    private final BitSet genuine = new BitSet();
    private float[] similarity = new float[INITIAL];
    private int[] fold = new int[INITIAL];
    private int[] first = new int[INITIAL];
    private int[] second = new int[INITIAL];
    private int size;

    private Builder(int foldCount) {
      this.foldCount = foldCount;
    }

    /**
     * Adds a comparison.
     *
     * @param value finite, or NaN if the comparison could not be made
     * @throws InvalidValueException if the class contradicts the subjects or the fold does not
     *     exist
     */
    public Builder add(
        float value, boolean isGenuine, int foldNumber, String firstId, String secondId) {
      Require.that(!Float.isInfinite(value), "similarity", "a finite number or NaN", value);
      Require.between("fold", foldNumber, 0, foldCount - 1);
      Require.that(
          isGenuine == firstId.equals(secondId),
          "genuine",
          "true for one subject, false for two",
          isGenuine + " for " + firstId + " and " + secondId);
      if (size == similarity.length) {
        grow();
      }
      similarity[size] = value;
      genuine.set(size, isGenuine);
      fold[size] = foldNumber;
      first[size] = position(firstId);
      second[size] = position(secondId);
      size++;
      return this;
    }

    /** Returns the comparisons added so far. */
    public Scores build() {
      return new Scores(this);
    }

    private void grow() {
      int capacity = 2 * size;
      similarity = Arrays.copyOf(similarity, capacity);
      fold = Arrays.copyOf(fold, capacity);
      first = Arrays.copyOf(first, capacity);
      second = Arrays.copyOf(second, capacity);
    }

    private int position(String subject) {
      return positions.computeIfAbsent(
          subject,
          id -> {
            subjects.add(id);
            return subjects.size() - 1;
          });
    }
  }
}
