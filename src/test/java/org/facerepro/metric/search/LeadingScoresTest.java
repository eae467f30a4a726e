package org.facerepro.metric.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.metric.Far;
import org.facerepro.metric.search.Searches.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingScoresTest {
  private static final SearchRates RATES =
      new SearchRates(List.of(1, 2, 3), List.of(Far.parse("5e-1"), Far.parse("1e-1")));

  /** Searches with many ties, some of which could not be made. */
  private static SearchScores drawn(long seed, double failing) {
    SearchScores scores = SearchesTest.drawn(seed);
    Rng rng = new Seed(seed).child("failing").rng();
    float[] similarity = new float[scores.probes() * scores.gallery()];
    for (int i = 0; i < similarity.length; i++) {
      float value = (float) scores.similarity(i / scores.gallery(), i % scores.gallery());
      similarity[i] = rng.nextDouble() < failing ? Float.NaN : value;
    }
    return SearchScores.takeOver(similarity, scores.probeRoster(), scores.galleryRoster());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.8})
  void report_onWhatLeads_isThatOnAllSimilaritiesToTheLastBit(double failing) {
    for (long seed = 0; seed < 10; seed++) {
      SearchScores scores = drawn(seed, failing);
      LeadingScores leading = LeadingScores.of(scores, RATES.highestRank());

      assertThat(SearchMetrics.report(leading.searches(), new Seed(5), RATES))
          .isEqualTo(SearchMetrics.report(Searches.of(scores), new Seed(5), RATES));
    }
  }

  @Test
  void rank_againstTiesAndInFavour_isKnownUpToTheImpostorsKept() {
    for (long seed = 0; seed < 10; seed++) {
      SearchScores scores = drawn(seed, 0.1);
      Searches all = Searches.of(scores);
      Searches led = LeadingScores.of(scores, 4).searches();
      for (int p = 0; p < scores.probes(); p++) {
        for (Ties ties : List.of(Ties.AGAINST, Ties.IN_FAVOUR)) {
          int rank = all.rank(p, ties);
          assertThat(led.rank(p, ties)).isEqualTo(rank > 4 ? Searches.NEVER : rank);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "2, " + Searches.NEVER, "5, 3"})
  void rank_ofTheWorkedExample_isThreeIfThreeImpostorsAreKept(int kept, int rank) {
    SearchScores scores =
        SearchScores.takeOver(
            new float[] {.5f, .6f, .6f, .7f},
            Roster.ofSubjects(new int[] {1}),
            Roster.ofSubjects(new int[] {3, 1, 4, 5}));

    LeadingScores leading = LeadingScores.of(scores, kept);

    assertThat(leading.searches().rank(0, Ties.AGAINST)).isEqualTo(rank);
    assertThat(leading.mates()).containsExactly(.6f);
    assertThat(leading.impostors()).hasSize(kept).startsWith(.7f, .6f);
  }

  @Test
  void rank_byPlacesInTheGallery_cannotBeAskedFor() {
    Searches led = LeadingScores.of(drawn(1, 0), 3).searches();

    assertThatThrownBy(() -> led.rank(0, Ties.EARLIER_FIRST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no places in the gallery");
    assertThatThrownBy(() -> led.cmc(Ties.LATER_FIRST)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void joined_ofParts_isTheWholeAgain() {
    LeadingScores all = LeadingScores.of(drawn(2, 0.1), 3);
    int[] first = IntStream.range(0, 7).toArray();
    int[] rest = IntStream.range(7, all.probes()).toArray();

    assertSame(LeadingScores.joined(List.of(all.only(first), all.only(rest))), all);
  }

  @Test
  void takeOver_ofWhatWasHandedOut_isTheSame() {
    LeadingScores all = LeadingScores.of(drawn(3, 0.1), 3);

    assertSame(
        LeadingScores.takeOver(all.subjects(), all.mated(), all.mates(), all.impostors()), all);
  }

  private static void assertSame(LeadingScores found, LeadingScores expected) {
    assertThat(found.kept()).isEqualTo(expected.kept());
    assertThat(found.subjects()).isEqualTo(expected.subjects());
    assertThat(found.mated()).isEqualTo(expected.mated());
    assertThat(found.mates()).isEqualTo(expected.mates());
    assertThat(found.impostors()).isEqualTo(expected.impostors());
  }

  @ParameterizedTest
  @CsvSource({
    "true, .5, .1, .2",
    "true, .5, NaN, .2",
    "true, .5, Infinity, .2",
    "true, Infinity, .2, .1",
    "false, .5, .2, .1"
  })
  void takeOver_ofWhatNoSearchFinds_namesTheProbe(
      boolean mated, float mate, float first, float second) {
    List<String> subjects = List.of("a", "b");
    boolean[] isMated = {false, mated};
    float[] mates = {Float.NaN, mate};
    float[] impostors = {.9f, Float.NaN, first, second};

    assertThatThrownBy(() -> LeadingScores.takeOver(subjects, isMated, mates, impostors))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("probe 1: expected a finite mate");
  }

  @Test
  void takeOver_ofAnotherSize_isRefused() {
    assertThatThrownBy(
            () ->
                LeadingScores.takeOver(
                    List.of("a", "b"), new boolean[2], new float[2], new float[3]))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("are of no searches");
  }
}
