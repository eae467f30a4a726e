package org.facerepro.metric.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.metric.ClassScores;
import org.facerepro.metric.LabelledScores;
import org.jspecify.annotations.Nullable;

/**
 * What each search found, all that identification rates depend on; immutable.
 *
 * <p>With several mates the best one counts: its rank is one more than the impostors before it.
 * Impostors of equal similarity are before it or not according to the {@link Ties}.
 */
public final class Searches {
  /** The rank of a mate that is not there or failed: behind every rank that can be asked for. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final @Nullable SearchScores scores;
  private final List<String> subjects;
  private final int[] subjectOf;
  private final boolean[] isMated;
  private final double[] bestMate;
  private final double[] bestImpostor;
  private final int[] against;
  private final int[] inFavour;
  private final int[] earlierFirst;
  private final int[] laterFirst;
  private final int mated;
  private final int longestCmc;
  private final boolean placed;

  /** Which of equal similarities comes first. */
  public enum Ties {
    /** Every impostor of equal similarity comes before the mate. */
    AGAINST,
    /** The mate comes first. */
    IN_FAVOUR,
    /** The earlier gallery entry comes first: a stable sort by descending similarity. */
    EARLIER_FIRST,
    /** The later gallery entry comes first: a stable ascending sort, reversed. */
    LATER_FIRST
  }

  /**
   * Starts without anything found.
   *
   * @param placed whether it will be known where in the gallery equal similarities stand
   */
  private Searches(
      @Nullable SearchScores scores,
      List<String> subjects,
      boolean[] isMated,
      int longestCmc,
      boolean placed) {
    int n = isMated.length;
    this.scores = scores;
    this.subjects = subjects;
    this.subjectOf = SearchScores.numbered(subjects, new HashMap<>());
    this.isMated = isMated;
    this.mated = (int) IntStream.range(0, n).filter(p -> isMated[p]).count();
    this.longestCmc = longestCmc;
    this.placed = placed;
    this.bestMate = new double[n];
    this.bestImpostor = new double[n];
    this.against = new int[n];
    this.inFavour = new int[n];
    this.earlierFirst = new int[n];
    this.laterFirst = new int[n];
  }

  /** Searches every probe; O(probes · gallery), on all processors. */
  public static Searches of(SearchScores scores) {
    int n = scores.probes();
    boolean[] isMated = new boolean[n];
    int longestCmc = 0;
    for (int p = 0; p < n; p++) {
      isMated[p] = scores.mated(p);
      int worst = scores.gallery() - scores.mateCount(p) + 1;
      longestCmc = isMated[p] ? Math.max(longestCmc, worst) : longestCmc;
    }
    Searches searches =
        new Searches(scores, scores.probeRoster().subjects(), isMated, longestCmc, true);
    IntStream.range(0, n).parallel().forEach(probe -> searches.search(scores, probe));
    return searches;
  }

  /**
   * Takes searches of which only the leading similarities are kept: a rank behind these is {@link
   * #NEVER}, and of {@link Ties} those that hang on places in the gallery cannot be asked for.
   */
  static Searches of(LeadingScores leading) {
    Searches searches =
        new Searches(null, leading.subjects(), leading.mated(), leading.kept(), false);
    for (int p = 0; p < searches.probes(); p++) {
      searches.bestMate[p] = leading.mate(p);
      searches.bestImpostor[p] = leading.impostor(p);
      searches.against[p] = leading.rank(p, true);
      searches.inFavour[p] = leading.rank(p, false);
    }
    return searches;
  }

  /**
   * Joins searches of different probes in one gallery; the similarities are not kept, so that a
   * table too large for memory can be searched in pieces.
   *
   * @param pieces in the order of their probes
   */
  public static Searches joined(List<Searches> pieces) {
    List<String> subjects = new ArrayList<>();
    pieces.forEach(piece -> subjects.addAll(piece.subjects));
    int longestCmc = pieces.stream().mapToInt(piece -> piece.longestCmc).max().orElse(0);
    boolean[] isMated = new boolean[subjects.size()];
    int at = 0;
    for (Searches piece : pieces) {
      System.arraycopy(piece.isMated, 0, isMated, at, piece.probes());
      at += piece.probes();
    }
    boolean placed = pieces.stream().allMatch(piece -> piece.placed);
    Searches joined = new Searches(null, List.copyOf(subjects), isMated, longestCmc, placed);
    int from = 0;
    for (Searches piece : pieces) {
      joined.copy(piece, from);
      from += piece.probes();
    }
    return joined;
  }

  /** Returns the same without the similarities, which take most of the memory. */
  public Searches withoutScores() {
    return joined(List.of(this));
  }

  private void copy(Searches piece, int from) {
    System.arraycopy(piece.bestMate, 0, bestMate, from, piece.probes());
    System.arraycopy(piece.bestImpostor, 0, bestImpostor, from, piece.probes());
    for (Ties ties : Ties.values()) {
      System.arraycopy(piece.ranks(ties), 0, ranks(ties), from, piece.probes());
    }
  }

  private void search(SearchScores scores, int probe) {
    double best = Double.NEGATIVE_INFINITY;
    int first = -1;
    int last = -1;
    for (int i = 0; i < scores.mateCount(probe); i++) {
      int entry = scores.mate(probe, i);
      double value = scores.similarity(probe, entry);
      if (value > best) {
        best = value;
        first = entry;
      }
      last = value == best ? entry : last;
    }
    bestMate[probe] = best;
    countImpostors(scores, probe, best, first, last);
  }

  private void countImpostors(SearchScores scores, int probe, double best, int first, int last) {
    double top = Double.NEGATIVE_INFINITY;
    int above = 0;
    int equal = 0;
    int equalBefore = 0;
    int equalBehind = 0;
    for (int entry = 0; entry < scores.gallery(); entry++) {
      if (scores.isMate(probe, entry)) {
        continue;
      }
      double value = scores.similarity(probe, entry);
      top = value > top ? value : top;
      if (value > best) {
        above++;
      } else if (value == best) {
        equal++;
        equalBefore += entry < first ? 1 : 0;
        equalBehind += entry > last ? 1 : 0;
      }
    }
    bestImpostor[probe] = top;
    boolean found = first >= 0;
    against[probe] = found ? above + equal + 1 : NEVER;
    inFavour[probe] = found ? above + 1 : NEVER;
    earlierFirst[probe] = found ? above + equalBefore + 1 : NEVER;
    laterFirst[probe] = found ? above + equalBehind + 1 : NEVER;
  }

  private int[] known(Ties ties) {
    boolean ofPlaces = ties == Ties.EARLIER_FIRST || ties == Ties.LATER_FIRST;
    if (ofPlaces && !placed) {
      throw new IllegalStateException("searches kept in part have no places in the gallery");
    }
    return ranks(ties);
  }

  private int[] ranks(Ties ties) {
    return switch (ties) {
      case AGAINST -> against;
      case IN_FAVOUR -> inFavour;
      case EARLIER_FIRST -> earlierFirst;
      case LATER_FIRST -> laterFirst;
    };
  }

  /**
   * Returns the similarities that were searched.
   *
   * @throws IllegalStateException if the searches were joined
   */
  public SearchScores scores() {
    if (scores == null) {
      throw new IllegalStateException("searches made in pieces keep no similarities");
    }
    return scores;
  }

  /** Returns the number of probes. */
  public int probes() {
    return bestMate.length;
  }

  /** Returns the number of different subjects of the probes, numbered from 0. */
  public int probeSubjects() {
    return 1 + Arrays.stream(subjectOf).max().orElse(-1);
  }

  /** Returns the subject of each probe as a number from 0, in the order of their first probe. */
  int[] subjectOf() {
    return subjectOf.clone();
  }

  /** Returns the number of probes whose subject is in the gallery. */
  public int mated() {
    return mated;
  }

  /** Returns the number of probes whose subject is not in the gallery. */
  public int nonMated() {
    return probes() - mated;
  }

  public boolean isMated(int probe) {
    return isMated[probe];
  }

  /** Returns the largest similarity with a mate; −∞ where there is none. */
  public double bestMate(int probe) {
    return bestMate[probe];
  }

  /** Returns the largest similarity with an impostor; −∞ where there is none. */
  public double bestImpostor(int probe) {
    return bestImpostor[probe];
  }

  /** Returns the rank of the best mate, from 1; {@link #NEVER} where there is none. */
  public int rank(int probe, Ties ties) {
    return known(ties)[probe];
  }

  /** Returns how many probes have a mate among the first {@code rank}. */
  public int identified(int rank, Ties ties) {
    return (int) Arrays.stream(known(ties)).filter(r -> r <= rank).count();
  }

  /** Returns how many probes have a mate of this similarity or more among the first. */
  public int identified(int rank, Ties ties, double threshold) {
    int[] at = known(ties);
    return (int)
        IntStream.range(0, probes()).filter(p -> at[p] <= rank && bestMate[p] >= threshold).count();
  }

  /** Returns how many non-mated probes find an impostor of this similarity or more. */
  public int falseAlarms(double threshold) {
    return (int)
        IntStream.range(0, probes())
            .filter(p -> !isMated[p] && bestImpostor[p] >= threshold)
            .count();
  }

  /**
   * Returns the best similarity of each non-mated probe, ascending; a probe whose comparisons all
   * failed stands first with −∞.
   */
  public double[] nonMatedMaxima() {
    return IntStream.range(0, probes())
        .filter(p -> !isMated[p])
        .mapToDouble(p -> bestImpostor[p])
        .sorted()
        .toArray();
  }

  /**
   * Returns the best mate of each mated probe as a genuine and the best impostor of each non-mated
   * probe as an impostor similarity; a probe whose comparisons all failed counts as a failure.
   */
  public ClassScores best() {
    double[] similarity = new double[probes()];
    boolean[] genuine = new boolean[probes()];
    for (int p = 0; p < similarity.length; p++) {
      genuine[p] = isMated[p];
      double best = genuine[p] ? bestMate[p] : bestImpostor[p];
      similarity[p] = best == Double.NEGATIVE_INFINITY ? Double.NaN : best;
    }
    return LabelledScores.takeOver(similarity, genuine).classes();
  }

  /** Returns how many mated probes have their best mate at exactly rank 1, 2, … */
  public CmcCurve cmc(Ties ties) {
    int[] at = new int[longestCmc];
    for (int rank : known(ties)) {
      if (rank != NEVER) {
        at[rank - 1]++;
      }
    }
    return CmcCurve.of(at, mated);
  }
}
