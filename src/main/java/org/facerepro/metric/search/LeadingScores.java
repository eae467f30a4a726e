package org.facerepro.metric.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Require;

/**
 * What leads each search: the best mate of the probe and its best impostors, in float32; immutable.
 *
 * <p>With k impostors kept, every number of {@link SearchMetrics} at ranks up to k follows from it
 * to the last bit. A mate is among the first r exactly if fewer than r impostors are at or above
 * it, and if fewer than k of those kept are, no other one is; an alarm of a non-mated probe hangs
 * on its best impostor alone, and a threshold lies on one of these or on a best mate; intervals
 * resample subjects, which are kept too. So a table of probes · gallery similarities shrinks to
 * probes · (k + 1).
 *
 * <p>Example: a mate of .6 among impostors .7, .6, .5 is at rank 3; with two impostors kept it is
 * behind rank 2, which is all that is known of it.
 */
public final class LeadingScores {
  private final List<String> subjects;
  private final boolean[] mated;
  private final float[] mates;
  private final float[] impostors;
  private final int kept;

  private LeadingScores(
      List<String> subjects, boolean[] mated, float[] mates, float[] impostors, int kept) {
    this.subjects = List.copyOf(subjects);
    this.mated = mated;
    this.mates = mates;
    this.impostors = impostors;
    this.kept = kept;
  }

  /** Says nothing yet of some probes. */
  private static LeadingScores blank(List<String> subjects, int kept) {
    int n = subjects.size();
    float[] mates = new float[n];
    float[] impostors = new float[Math.multiplyExact(n, kept)];
    Arrays.fill(mates, Float.NaN);
    Arrays.fill(impostors, Float.NaN);
    return new LeadingScores(subjects, new boolean[n], mates, impostors, kept);
  }

  /**
   * Takes what leads each search, rounded to float32; O(probes · gallery), on all processors.
   *
   * @param kept impostors of each probe, at least 1
   */
  public static LeadingScores of(SearchScores scores, int kept) {
    Require.between("kept", kept, 1, Integer.MAX_VALUE);
    LeadingScores leading = blank(scores.probeRoster().subjects(), kept);
    IntStream.range(0, scores.probes()).parallel().forEach(probe -> leading.search(scores, probe));
    return leading;
  }

  private void search(SearchScores scores, int probe) {
    mated[probe] = scores.mated(probe);
    for (int entry = 0; entry < scores.gallery(); entry++) {
      float value = (float) scores.similarity(probe, entry);
      if (Float.isNaN(value)) {
        continue;
      }
      if (scores.isMate(probe, entry)) {
        mates[probe] = mates[probe] >= value ? mates[probe] : value;
      } else {
        offer(probe, value);
      }
    }
  }

  /** Puts an impostor where it belongs; the last of those kept falls out. NaN is behind all. */
  private void offer(int probe, float value) {
    int first = probe * kept;
    int end = first + kept;
    int at = end;
    while (at > first && !(impostors[at - 1] >= value)) {
      at--;
    }
    if (at < end) {
      System.arraycopy(impostors, at, impostors, at + 1, end - at - 1);
      impostors[at] = value;
    }
  }

  /**
   * Takes stored arrays over without a copy; the caller gives them away.
   *
   * @param subjects of the probes
   * @param mated whether the subject of a probe is in the gallery
   * @param mates similarity of the best mate; NaN where there is none or none could be compared
   * @param impostors {@code [probes, kept]}, row-major, descending, NaN behind the last
   * @throws CorruptDataException if the sizes differ or a row cannot be the outcome of a search
   */
  public static LeadingScores takeOver(
      List<String> subjects, boolean[] mated, float[] mates, float[] impostors) {
    int n = subjects.size();
    boolean fits =
        n > 0
            && mated.length == n
            && mates.length == n
            && impostors.length >= n
            && impostors.length % n == 0;
    if (!fits) {
      throw new CorruptDataException(
          "%d subjects, %d and %d facts on their mates and %d impostors are of no searches"
              .formatted(n, mated.length, mates.length, impostors.length));
    }
    LeadingScores leading =
        new LeadingScores(subjects, mated, mates, impostors, impostors.length / n);
    IntStream.range(0, n).forEach(leading::requirePossible);
    return leading;
  }

  private void requirePossible(int probe) {
    boolean possible = mated[probe] ? !Float.isInfinite(mates[probe]) : Float.isNaN(mates[probe]);
    float before = Float.MAX_VALUE;
    for (int i = 0; i < kept; i++) {
      float value = impostors[probe * kept + i];
      possible &= Float.isNaN(value) || (Float.isFinite(value) && value <= before);
      before = value;
    }
    if (!possible) {
      throw new CorruptDataException(
          "probe %d: expected a finite mate if there is one, and finite impostors, descending"
              .formatted(probe));
    }
  }

  /**
   * Joins searches of different probes, in any galleries.
   *
   * @param pieces all with as many impostors kept
   * @throws CorruptDataException if there is none
   */
  public static LeadingScores joined(List<LeadingScores> pieces) {
    if (pieces.isEmpty()) {
      throw new CorruptDataException("a search needs a probe at least");
    }
    List<String> subjects = new ArrayList<>();
    pieces.forEach(piece -> subjects.addAll(piece.subjects));
    LeadingScores joined = blank(subjects, pieces.get(0).kept);
    int at = 0;
    for (LeadingScores piece : pieces) {
      Require.that(piece.kept == joined.kept, "kept", String.valueOf(joined.kept), piece.kept);
      for (int probe = 0; probe < piece.probes(); probe++) {
        joined.copy(piece, probe, at++);
      }
    }
    return joined;
  }

  /** Returns the searches of some probes, in the order given. */
  public LeadingScores only(int[] probes) {
    LeadingScores some = blank(Arrays.stream(probes).mapToObj(subjects::get).toList(), kept);
    for (int i = 0; i < probes.length; i++) {
      some.copy(this, probes[i], i);
    }
    return some;
  }

  private void copy(LeadingScores from, int probe, int to) {
    mated[to] = from.mated[probe];
    mates[to] = from.mates[probe];
    System.arraycopy(from.impostors, probe * kept, impostors, to * kept, kept);
  }

  /** Returns these searches with what is known of them: the ranks up to {@link #kept}. */
  public Searches searches() {
    return Searches.of(this);
  }

  /** Returns the number of probes. */
  public int probes() {
    return mates.length;
  }

  /** Returns how many impostors are kept of each probe. */
  public int kept() {
    return kept;
  }

  /** Returns the subjects of the probes. */
  public List<String> subjects() {
    return subjects;
  }

  /** Returns a copy: whether the subject of each probe is in the gallery. */
  public boolean[] mated() {
    return mated.clone();
  }

  /** Returns a copy of the best mates, NaN where there is none. */
  public float[] mates() {
    return mates.clone();
  }

  /** Returns a copy of the best impostors, {@code [probes, kept]}, NaN behind the last. */
  public float[] impostors() {
    return impostors.clone();
  }

  /** Returns the similarity with the best mate, −∞ where there is none. */
  double mate(int probe) {
    return orNever(mates[probe]);
  }

  /** Returns the similarity with the best impostor, −∞ where there is none. */
  double impostor(int probe) {
    return orNever(impostors[probe * kept]);
  }

  private static double orNever(float similarity) {
    return Float.isNaN(similarity) ? Double.NEGATIVE_INFINITY : similarity;
  }

  /**
   * Returns the rank of the best mate, {@link Searches#NEVER} where it is behind all ranks known.
   *
   * @param against whether impostors of equal similarity come before it
   */
  int rank(int probe, boolean against) {
    float mate = mates[probe];
    int before = 0;
    while (before < kept && isBefore(impostors[probe * kept + before], mate, against)) {
      before++;
    }
    return Float.isNaN(mate) || before == kept ? Searches.NEVER : before + 1;
  }

  private static boolean isBefore(float impostor, float mate, boolean against) {
    return against ? impostor >= mate : impostor > mate;
  }
}
