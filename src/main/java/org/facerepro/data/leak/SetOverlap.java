package org.facerepro.data.leak;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What two sets of faces have in common. Examples are the first ten in the order of the second set.
 *
 * @param firstImages pictures of the first set
 * @param secondImages pictures of the second
 * @param subjects ids in both
 * @param subjectExamples some of them
 * @param subjectsTell whether equal ids mean equal people: they hold a name, not only a number
 * @param samePixels pairs of pictures with the same pixels
 * @param sameExamples some of them
 * @param nearPictures further pairs whose perceptual hashes differ in at most {@code nearBits} bits
 * @param nearExamples some of them
 * @param nearBits bits of 256 that may differ
 */
public record SetOverlap(
    int firstImages,
    int secondImages,
    int subjects,
    List<String> subjectExamples,
    boolean subjectsTell,
    long samePixels,
    List<Couple> sameExamples,
    long nearPictures,
    List<Couple> nearExamples,
    int nearBits) {
  private static final int EXAMPLES = 10;
  private static final Pattern NAME = Pattern.compile("\\p{L}{2,}");

  public SetOverlap {
    subjectExamples = List.copyOf(subjectExamples);
    sameExamples = List.copyOf(sameExamples);
    nearExamples = List.copyOf(nearExamples);
  }

  /**
   * A picture of each set.
   *
   * @param first name in the first set
   * @param second name in the second
   * @param bits in which their perceptual hashes differ
   */
  public record Couple(String first, String second, int bits) {}

  /**
   * Compares two sets; about O(n + m), see {@link NearPictures}.
   *
   * @param sameNames whether an id means the same person in both, as it does not where a program
   *     counts its people up
   */
  public static SetOverlap of(Fingerprints first, Fingerprints second, boolean sameNames) {
    Set<String> subjects = new LinkedHashSet<>();
    if (sameNames) {
      second.entries().forEach(entry -> subjects.add(entry.subject()));
      subjects.retainAll(
          first.entries().stream().map(Fingerprint::subject).collect(Collectors.toSet()));
    }
    Pairs same = samePixels(first, second);
    Pairs near = near(first, second);
    return new SetOverlap(
        first.entries().size(),
        second.entries().size(),
        subjects.size(),
        subjects.stream().limit(EXAMPLES).toList(),
        subjects.stream().anyMatch(id -> NAME.matcher(id).find()),
        same.count,
        same.examples,
        near.count,
        near.examples,
        NearPictures.MOST_BITS);
  }

  /** Returns whether the second set can be no test of what was learnt on the first. */
  @JsonIgnore
  public boolean isLeak() {
    return samePixels > 0 || (subjects > 0 && subjectsTell);
  }

  private static Pairs samePixels(Fingerprints first, Fingerprints second) {
    Map<String, List<Fingerprint>> known = new HashMap<>();
    first
        .entries()
        .forEach(e -> known.computeIfAbsent(e.pixels(), pixels -> new ArrayList<>()).add(e));
    Pairs pairs = new Pairs();
    for (Fingerprint entry : second.entries()) {
      known.getOrDefault(entry.pixels(), List.of()).forEach(other -> pairs.add(other, entry));
    }
    return pairs;
  }

  private static Pairs near(Fingerprints first, Fingerprints second) {
    Pairs pairs = new Pairs();
    NearPictures.find(
        first.entries(),
        second.entries(),
        (some, others) ->
            others.forEach(
                other ->
                    some.stream()
                        .filter(one -> !one.pixels().equals(other.pixels()))
                        .forEach(one -> pairs.add(one, other))));
    return pairs;
  }

  /** Counts pairs and keeps the first. */
  private static final class Pairs {
    private final List<Couple> examples = new ArrayList<>();
    private long count;

    void add(Fingerprint first, Fingerprint second) {
      count++;
      if (examples.size() < EXAMPLES) {
        int bits = first.look().distance(second.look());
        examples.add(new Couple(first.image(), second.image(), bits));
      }
    }
  }
}
