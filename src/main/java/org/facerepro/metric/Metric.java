package org.facerepro.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.facerepro.core.NearNames;
import org.facerepro.core.Require;
import org.facerepro.core.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, apart from the convention by which it is computed; written {@code auc}, {@code
 * tar@far=1e-3}, {@code rank-5}, {@code tpir@fpir=1e-2,rank=5}.
 *
 * @param family which kind of number
 * @param far the target of a rate at a rate; absent for every other family
 * @param rank the rank of an identification rate, at least 1; absent for every other family
 */
public record Metric(Family family, @Nullable Far far, @Nullable Integer rank)
    implements Comparable<Metric> {
  /** Mean of the fold accuracies. */
  public static final Metric ACCURACY = plain(Family.ACCURACY);

  /** Area under the ROC. */
  public static final Metric AUC = plain(Family.AUC);

  /** Equal error rate. */
  public static final Metric EER = plain(Family.EER);

  /** Share of comparisons that could not be made. */
  public static final Metric FTA = plain(Family.FTA);

  /** Distance of the means of both classes in pooled standard deviations. */
  public static final Metric D_PRIME = plain(Family.D_PRIME);

  /** Cost of the log-likelihood ratios in bits. */
  public static final Metric CLLR = plain(Family.CLLR);

  /** {@link #CLLR} after the best monotone calibration. */
  public static final Metric MIN_CLLR = plain(Family.MIN_CLLR);

  private static final String RANK_PART = ",rank=";

  public Metric {
    Require.that(
        (far != null) == family.targeted,
        "far",
        "a target for a rate at a rate and for nothing else",
        String.valueOf(far));
    Require.that(
        (rank != null) == family.ranked,
        "rank",
        "a rank for an identification rate and for nothing else",
        String.valueOf(rank));
    Require.that(rank == null || rank >= 1, "rank", "at least 1", String.valueOf(rank));
  }

  private static Metric plain(Family family) {
    return new Metric(family, null, null);
  }

  /** The kinds of numbers. */
  public enum Family {
    ACCURACY("accuracy", false, false),
    AUC("auc", false, false),
    EER("eer", false, false),
    FTA("fta", false, false),
    TAR_AT_FAR("tar@far=", true, false),
    FNMR_AT_FMR("fnmr@fmr=", true, false),
    D_PRIME("d-prime", false, false),
    CLLR("cllr", false, false),
    MIN_CLLR("min-cllr", false, false),
    RANK("rank-", false, true),
    TPIR_AT_FPIR("tpir@fpir=", true, true);

    private final String prefix;
    private final boolean targeted;
    private final boolean ranked;

    Family(String prefix, boolean targeted, boolean ranked) {
      this.prefix = prefix;
      this.targeted = targeted;
      this.ranked = ranked;
    }

    private Metric parse(String rest) {
      int comma = rest.indexOf(RANK_PART);
      String target = comma < 0 ? rest : rest.substring(0, comma);
      String rankText = comma < 0 ? "1" : rest.substring(comma + RANK_PART.length());
      return new Metric(
          this,
          targeted ? Far.parse(target) : null,
          ranked ? rankOf(targeted ? rankText : rest) : null);
    }

    private static int rankOf(String text) {
      if (!text.matches("[1-9][0-9]{0,6}")) {
        throw new SpecException("rank: expected a number such as 5, got '" + text + "'");
      }
      return Integer.parseInt(text);
    }

    private String example() {
      return prefix + (targeted ? "1e-3" : "") + (ranked && !targeted ? "1" : "");
    }

    private boolean fits(String id) {
      return (targeted || ranked) ? id.startsWith(prefix) : id.equals(prefix);
    }
  }

  /** Returns whether its values are shares or areas, which lie between 0 and 1. */
  public boolean isShare() {
    return switch (family) {
      case D_PRIME, CLLR, MIN_CLLR -> false;
      case ACCURACY, AUC, EER, FTA, TAR_AT_FAR, FNMR_AT_FMR, RANK, TPIR_AT_FPIR -> true;
    };
  }

  /** Names the true accept rate at a target false accept rate. */
  public static Metric tarAt(Far far) {
    return new Metric(Family.TAR_AT_FAR, far, null);
  }

  /** Names the false non-match rate at a target false match rate. */
  public static Metric fnmrAt(Far far) {
    return new Metric(Family.FNMR_AT_FMR, far, null);
  }

  /** Names the share of mated probes with a mate among the first {@code rank} of the gallery. */
  public static Metric rank(int rank) {
    return new Metric(Family.RANK, null, rank);
  }

  /** Names the true positive identification rate at a target false positive one. */
  public static Metric tpirAt(Far fpir, int rank) {
    return new Metric(Family.TPIR_AT_FPIR, fpir, rank);
  }

  /**
   * Returns the metric of a name.
   *
   * @throws SpecException if there is none; the message suggests near names
   */
  @JsonCreator
  public static Metric of(String id) {
    return Arrays.stream(Family.values())
        .filter(family -> family.fits(id))
        .findFirst()
        .map(family -> family.parse(id.substring(family.prefix.length())))
        .orElseThrow(() -> unknown(id));
  }

  private static SpecException unknown(String id) {
    return new SpecException(
        "metric '%s' is unknown%s; expected one of %s"
            .formatted(id, NearNames.hint(id, names()), String.join(", ", names())));
  }

  /** Returns one name of each family. */
  public static List<String> names() {
    return Arrays.stream(Family.values()).map(Family::example).toList();
  }

  /** Returns the name used as a key: {@code accuracy}, {@code tar@far=1e-3}. */
  @JsonValue
  public String id() {
    String target = far == null ? "" : far.text();
    if (rank == null) {
      return family.prefix + target;
    }
    if (far == null) {
      return family.prefix + rank;
    }
    return family.prefix + target + (rank == 1 ? "" : RANK_PART + rank);
  }

  /** Returns the convention meant where none is named. */
  public Convention defaultConvention() {
    return switch (family) {
      case ACCURACY -> Convention.TENFOLD_FACENET;
      case AUC -> Convention.AUC_MANN_WHITNEY;
      case EER -> Convention.EER_INTERVAL;
      case FTA -> Convention.FTA_COMPARISONS;
      case TAR_AT_FAR -> Convention.EXACT_LE;
      case FNMR_AT_FMR, D_PRIME, CLLR, MIN_CLLR -> Convention.FTA_EXCLUDED;
      case RANK -> Convention.CMC_PESSIMISTIC;
      case TPIR_AT_FPIR -> Convention.TPIR_EXACT;
    };
  }

  @Override
  public int compareTo(Metric other) {
    return id().compareTo(other.id());
  }

  @Override
  public String toString() {
    return id();
  }
}
