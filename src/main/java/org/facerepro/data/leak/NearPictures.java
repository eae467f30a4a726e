package org.facerepro.data.leak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.facerepro.image.PerceptualHash;

/**
 * Finds all pairs of two sets whose perceptual hashes differ in at most {@value #MOST_BITS} bits,
 * by an index for each of the sixteen 16-bit parts of a hash (multi-index hashing of Norouzi,
 * Punjani and Fleet, CVPR 2012): fifteen differences leave one of sixteen parts equal, so that no
 * pair is missed. Costs O(n + m) for the index and a comparison for each pair that agrees in a
 * part.
 *
 * <p>Fifteen bits is our choice. Of 6.3 million pairs of aligned photographs of LFW with other
 * pixels four were that near, each of one person, none of two: false alarms between people are
 * rarer than 5e-7 a pair (rule of three). Of 79,800 pairs of ORL, people photographed a moment
 * apart, none differed in fewer than 19 bits. The same photograph stored again as JPEG of quality
 * 40 differs in at most 15 bits, at 4/7 of its size in at most 10, darkened by a fifth in at most 3
 * (400 photographs each); shifted by two pixels of 112 it differs in 40 and is not found.
 */
final class NearPictures {
  /** Bits that may differ. */
  static final int MOST_BITS = 15;

  private static final int PARTS = 16;
  private static final int VALUES = 1 << 16;

  private final List<PerceptualHash> hashes;
  private final int[][] starts = new int[PARTS][];
  private final int[][] order = new int[PARTS][];

  private NearPictures(List<PerceptualHash> hashes) {
    this.hashes = hashes;
    for (int part = 0; part < PARTS; part++) {
      index(part);
    }
  }

  /** Sorts hash numbers by the value of a part: those of value v lie from start v to v + 1. */
  private void index(int part) {
    int[] start = new int[VALUES + 1];
    for (PerceptualHash hash : hashes) {
      start[hash.part(part) + 1]++;
    }
    for (int value = 0; value < VALUES; value++) {
      start[value + 1] += start[value];
    }
    int[] next = start.clone();
    int[] sorted = new int[hashes.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[next[hashes.get(i).part(part)]++] = i;
    }
    starts[part] = start;
    order[part] = sorted;
  }

  /**
   * Hands over every pair of lists of fingerprints whose looks are near; each list has one look,
   * and every pair comes once.
   */
  static void find(
      List<Fingerprint> first,
      List<Fingerprint> second,
      BiConsumer<List<Fingerprint>, List<Fingerprint>> sink) {
    Map<PerceptualHash, List<Fingerprint>> some = byLook(first);
    NearPictures index = new NearPictures(List.copyOf(some.keySet()));
    byLook(second)
        .forEach(
            (look, alike) ->
                index.near(look, found -> sink.accept(some.getOrDefault(found, List.of()), alike)));
  }

  private static Map<PerceptualHash, List<Fingerprint>> byLook(List<Fingerprint> entries) {
    Map<PerceptualHash, List<Fingerprint>> groups = new LinkedHashMap<>();
    entries.forEach(e -> groups.computeIfAbsent(e.look(), look -> new ArrayList<>()).add(e));
    return groups;
  }

  private void near(PerceptualHash look, Consumer<PerceptualHash> sink) {
    for (int part = 0; part < PARTS; part++) {
      int value = look.part(part);
      for (int at = starts[part][value]; at < starts[part][value + 1]; at++) {
        PerceptualHash candidate = hashes.get(order[part][at]);
        if (candidate.distance(look) <= MOST_BITS && isFirstEqual(candidate, look, part)) {
          sink.accept(candidate);
        }
      }
    }
  }

  /** A pair that agrees in several parts is found in each of them and counts in the first. */
  private static boolean isFirstEqual(PerceptualHash a, PerceptualHash b, int part) {
    for (int earlier = 0; earlier < part; earlier++) {
      if (a.part(earlier) == b.part(earlier)) {
        return false;
      }
    }
    return true;
  }
}
