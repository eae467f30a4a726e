package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.ComparisonList;

/**
 * Scores as {@link StoredScores} keeps them, with the group of each comparison: {@code groups.npy}
 * int32 {@code [n]}, a place in {@code parts.json}; 0 (the whole) where its two sides are of
 * different groups or of none.
 */
final class StoredGroups {
  private static final String GROUPS = "groups.npy";
  static final List<String> FILES = files();

  private final Scores scores;
  private final long[] group;
  private final List<String> names;

  private StoredGroups(Scores scores, long[] group, List<String> names) {
    this.scores = scores;
    this.group = group;
    this.names = names;
  }

  private static List<String> files() {
    List<String> files = new ArrayList<>(StoredScores.FILES);
    files.add(GROUPS);
    files.add(StoredParts.NAMES);
    return List.copyOf(files);
  }

  /** Writes the scores of a list into a folder. */
  static void write(Path folder, Scores scores, ComparisonList list) {
    List<String> names = new ArrayList<>(List.of(PartReports.ALL));
    names.addAll(list.groups());
    int[] group = new int[scores.size()];
    for (int i = 0; i < group.length; i++) {
      Comparison comparison = list.comparisons().get(i);
      String first = comparison.firstGroup();
      boolean one = first != null && first.equals(comparison.secondGroup());
      group[i] = one ? names.indexOf(first) : 0;
    }
    StoredScores.write(folder, scores);
    Npy.write(folder.resolve(GROUPS), NpyArray.ofInts(group, group.length));
    AtomicFiles.writeFile(folder.resolve(StoredParts.NAMES), Json.pretty(names));
  }

  /**
   * Reads scores from a folder.
   *
   * @throws CorruptDataException if a file is broken or they do not fit together
   */
  static StoredGroups read(Path folder) {
    Scores scores = StoredScores.read(folder);
    long[] group = Npy.read(folder.resolve(GROUPS)).longs();
    List<String> names = StoredParts.names(folder);
    if (group.length != scores.size()) {
      throw new CorruptDataException(folder + ": the arrays of scores differ in length");
    }
    for (long place : group) {
      if (place < 0 || place >= names.size()) {
        throw new CorruptDataException(folder + ": a comparison is of group " + place);
      }
    }
    return new StoredGroups(scores, group, names);
  }

  /** Returns the scores of a part; folds stay. */
  Scores within(String part) {
    if (part.equals(PartReports.ALL)) {
      return scores;
    }
    int wanted = names.indexOf(part);
    Scores.Builder some = Scores.builder(scores.foldCount());
    for (int i = 0; i < group.length; i++) {
      if (group[i] == wanted) {
        some.add(
            scores.similarity(i),
            scores.genuine(i),
            scores.fold(i),
            scores.subjects().get(scores.firstSubject(i)),
            scores.subjects().get(scores.secondSubject(i)));
      }
    }
    return some.build();
  }

  /** Measures every part. */
  PartReports measure(Seed seed) {
    Map<String, MetricReport> parts = new LinkedHashMap<>();
    names.forEach(part -> parts.put(part, VerificationMetrics.report(within(part), seed)));
    return PartReports.of(parts);
  }
}
