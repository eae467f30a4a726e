package org.facerepro.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.facerepro.core.NearNames;
import org.facerepro.core.SpecException;

/** The exact rule that turned scores into a number; part of the number's name. */
public enum Convention {
  /**
   * Fold thresholds from a grid of step .01 on the squared Euclidean distance of unit embeddings,
   * strict &lt;, first maximum, population standard deviation; failures are non-matches.
   */
  TENFOLD_FACENET("tenfold-facenet"),
  /** {@link #TENFOLD_FACENET} on the comparisons that could be made. */
  TENFOLD_FACENET_FTA_EXCLUDED("tenfold-facenet+fta-excluded"),
  /** Fold thresholds between the observed similarities of the other folds, no grid. */
  TENFOLD_EXACT("tenfold-exact"),
  /** Largest TAR with a realised FAR of at most the target, counted in integers. */
  EXACT_LE("exact-le"),
  /** Where the straight line between the two points around FMR = FNMR meets it. */
  EER_INTERVAL("eer-interval"),
  /** Exact rank statistic, ties ½. */
  AUC_MANN_WHITNEY("auc-mann-whitney"),
  /** Failed comparisons over all comparisons. */
  FTA_COMPARISONS("fta-comparisons");

  private final String id;

  Convention(String id) {
    this.id = id;
  }

  /** Returns the name printed beside numbers and used as a key. */
  @JsonValue
  public String id() {
    return id;
  }

  /** Returns all names, in declaration order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Convention::id).toList();
  }

  static Optional<Convention> find(String id) {
    return Arrays.stream(values()).filter(convention -> convention.id.equals(id)).findFirst();
  }

  /**
   * Returns the convention of a name.
   *
   * @throws SpecException if there is none; the message suggests near names
   */
  @JsonCreator
  public static Convention of(String id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  static SpecException unknown(String id) {
    return new SpecException(
        "convention '%s' is unknown%s; expected one of %s"
            .formatted(id, NearNames.hint(id, ids()), String.join(", ", ids())));
  }
}
