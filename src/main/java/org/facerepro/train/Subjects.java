package org.facerepro.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pictures by subject. */
final class Subjects {
  private Subjects() {}

  /** Returns the pictures {@code from … to - 1} of each subject, in the order of the labels. */
  static List<int[]> pictures(int[] labels, int from, int to) {
    Map<Integer, List<Integer>> bySubject = new TreeMap<>();
    for (int i = from; i < to; i++) {
      bySubject.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
    }
    return bySubject.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
