package org.facerepro.experiment.leakage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facerepro.core.EnumNames;
import org.facerepro.data.leak.SetOverlap;
import org.jspecify.annotations.Nullable;

/**
 * What training and test sets of a run have in common.
 *
 * @param schema {@value #SCHEMA}
 * @param experiment id of the specification
 * @param scale embedded, sample or paper
 * @param seed root seed
 * @param pairs every set that a recogniser has learnt from or was watched on with every test of
 *     that recogniser, and what it has learnt from with what was held out
 * @param notChecked pairs that could not be looked at, with the reason
 */
public record LeakageReport(
    String schema,
    String experiment,
    String scale,
    long seed,
    List<Pair> pairs,
    List<String> notChecked) {

  /** What the first key of the JSON form says. */
  public static final String SCHEMA = "facerepro/leakage/v1";

  public LeakageReport {
    pairs = List.copyOf(pairs);
    notChecked = List.copyOf(notChecked);
  }

  /** What a pair of sets came to. */
  public enum Finding {
    /** Nothing in common. */
    CLEAN,
    /** Pictures that look alike, or anything shared with faces that only were watched. */
    SUSPECT,
    /** People or pictures in common with what was learnt from or chosen by: no test. */
    LEAK;

    @JsonValue
    @Override
    public String toString() {
      return EnumNames.of(this);
    }
  }

  /** What the first set of a pair is to the recogniser. */
  public enum Use {
    /** Learnt from; the second set is a test. */
    LEARNT("learnt from"),
    /** Told which epoch's network is the best; the second set is a test. */
    CHOSE("chose the network"),
    /** Watched, and chose nothing; the second set is a test. */
    WATCHED("watched, chose nothing"),
    /** Gave its statistics after training, without labels; the second set is a test. */
    NORMALISED("gave the statistics of normalisation"),
    /** Learnt from; the second set is held out, watched, no test. */
    HELD_OUT("learnt from, against held-out faces");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    /** Whether what the two sets share makes a test none. */
    boolean decides() {
      return this == LEARNT || this == CHOSE;
    }

    @JsonValue
    @Override
    public String toString() {
      return EnumNames.of(this);
    }
  }

  /**
   * Two sets.
   *
   * @param training stage that yields the first set
   * @param test verify stage, or the stage that yields held-out faces
   * @param use what the first set is to the recogniser; absent in reports of earlier versions,
   *     which know only what was learnt from
   * @param finding what it came to
   * @param overlap ids, pixels and looks in common; the first set is the training set
   * @param neighbours pictures that the recogniser itself takes for the same, of a generated first
   *     set among some of its pictures; absent where it was not asked
   * @param notEmbedded why it was not; absent where it was, and in reports of earlier versions
   */
  public record Pair(
      String training,
      String test,
      @Nullable Use use,
      Finding finding,
      SetOverlap overlap,
      @Nullable Neighbours neighbours,
      @Nullable String notEmbedded) {

    static Pair of(ComparedSets sets, SetOverlap overlap, Neighbours neighbours) {
      return of(sets, overlap, neighbours, null);
    }

    static Pair notEmbedded(ComparedSets sets, SetOverlap overlap, String reason) {
      return of(sets, overlap, null, reason);
    }

    private static Pair of(
        ComparedSets sets,
        SetOverlap overlap,
        @Nullable Neighbours neighbours,
        @Nullable String notEmbedded) {
      Finding finding = found(sets.use(), overlap, neighbours);
      return new Pair(
          sets.first(), sets.second(), sets.use(), finding, overlap, neighbours, notEmbedded);
    }

    /** What two sets come to, by what was counted. */
    static Finding found(Use use, SetOverlap overlap, @Nullable Neighbours neighbours) {
      boolean suspect =
          overlap.isLeak()
              || overlap.nearPictures() > 0
              || overlap.subjects() > 0
              || (neighbours != null && neighbours.pairs() > 0);
      boolean leak = overlap.isLeak() && use.decides();
      return leak ? Finding.LEAK : suspect ? Finding.SUSPECT : Finding.CLEAN;
    }

    /** Says how much of the first set the recogniser was asked about, if not of all. */
    Optional<String> inPart() {
      return Optional.ofNullable(neighbours)
          .filter(asked -> asked.trainingPictures() < overlap.firstImages())
          .map(
              asked ->
                  "%d of %d pictures of %s, drawn evenly"
                      .formatted(asked.trainingPictures(), overlap.firstImages(), training));
    }

    String text() {
      String close = neighbours == null ? "" : ", " + neighbours.pairs() + " close embeddings";
      String as = use == null || use == Use.LEARNT ? "" : " [" + use.words + "]";
      return "%s / %s%s: %s (%d subjects, %d equal and %d near pictures in common%s)"
          .formatted(
              training,
              test,
              as,
              finding,
              overlap.subjects(),
              overlap.samePixels(),
              overlap.nearPictures(),
              close);
    }
  }

  /** Returns whether some test is none. */
  @JsonIgnore
  public boolean isLeak() {
    return pairs.stream().anyMatch(pair -> pair.finding() == Finding.LEAK);
  }

  /**
   * Says in words what was found: one line for each pair that is not clean, or one for all; then of
   * which sets the recogniser was asked about a part, in how many pairs it was not asked, and what
   * was not looked at.
   */
  public String text() {
    String odd =
        pairs.stream()
            .filter(pair -> pair.finding() != Finding.CLEAN)
            .map(pair -> "leakage: " + pair.text() + "\n")
            .collect(Collectors.joining());
    String missing =
        notChecked.stream()
            .map(each -> "leakage: not checked: " + each + "\n")
            .collect(Collectors.joining());
    String clean =
        "leakage: nothing in common between training and test (%d pairs of sets)%n"
            .formatted(pairs.size());
    return (odd.isEmpty() ? clean : odd) + inPart() + notEmbedded() + missing;
  }

  private String inPart() {
    return pairs.stream()
        .flatMap(pair -> pair.inPart().stream())
        .distinct()
        .map(part -> "leakage: embeddings compared of %s%n".formatted(part))
        .collect(Collectors.joining());
  }

  private String notEmbedded() {
    Map<String, Long> reasons =
        pairs.stream()
            .flatMap(pair -> Stream.ofNullable(pair.notEmbedded()))
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    String counts =
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " (" + reason.getKey() + ")")
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : "leakage: pairs without embeddings compared: " + counts + "\n";
  }
}
