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
 * What is measured, apart from the convention by which it is computed.
 *
 * @param family which kind of number
 * @param far the target of a true accept rate; absent for every other family
 */
public record Metric(Family family, @Nullable Far far) implements Comparable<Metric> {
  /** Mean of the fold accuracies. */
  public static final Metric ACCURACY = new Metric(Family.ACCURACY, null);

  /** Area under the ROC. */
  public static final Metric AUC = new Metric(Family.AUC, null);

  /** Equal error rate. */
  public static final Metric EER = new Metric(Family.EER, null);

  /** Share of comparisons that could not be made. */
  public static final Metric FTA = new Metric(Family.FTA, null);

  private static final String TAR_PREFIX = "tar@far=";

  public Metric {
    Require.that(
        (far != null) == (family == Family.TAR_AT_FAR),
        "far",
        "a target for a true accept rate and for nothing else",
        String.valueOf(far));
  }

  /** The kinds of numbers. */
  public enum Family {
    ACCURACY("accuracy", Convention.TENFOLD_FACENET),
    AUC("auc", Convention.AUC_MANN_WHITNEY),
    EER("eer", Convention.EER_INTERVAL),
    FTA("fta", Convention.FTA_COMPARISONS),
    TAR_AT_FAR(TAR_PREFIX + "1e-3", Convention.EXACT_LE);

    private final String example;
    private final Convention convention;

    Family(String example, Convention convention) {
      this.example = example;
      this.convention = convention;
    }
  }

  /** Names the true accept rate at a target false accept rate. */
  public static Metric tarAt(Far far) {
    return new Metric(Family.TAR_AT_FAR, far);
  }

  /**
   * Returns the metric of a name.
   *
   * @throws SpecException if there is none; the message suggests near names
   */
  @JsonCreator
  public static Metric of(String id) {
    if (id.startsWith(TAR_PREFIX)) {
      return tarAt(Far.parse(id.substring(TAR_PREFIX.length())));
    }
    return Arrays.stream(Family.values())
        .filter(family -> family != Family.TAR_AT_FAR && family.example.equals(id))
        .map(family -> new Metric(family, null))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private static SpecException unknown(String id) {
    return new SpecException(
        "metric '%s' is unknown%s; expected one of %s"
            .formatted(id, NearNames.hint(id, names()), String.join(", ", names())));
  }

  /** Returns one name of each family. */
  public static List<String> names() {
    return Arrays.stream(Family.values()).map(family -> family.example).toList();
  }

  /** Returns the name used as a key: {@code accuracy}, {@code tar@far=1e-3}. */
  @JsonValue
  public String id() {
    return far == null ? family.example : TAR_PREFIX + far.text();
  }

  /** Returns the convention meant where none is named. */
  public Convention defaultConvention() {
    return family.convention;
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
