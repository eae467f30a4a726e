package org.facerepro.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonDrawTest {

  @Test
  void of_noCountsAsked_drawsAllGenuineAndAsManyImpostors() {
    ComparisonList list = ComparisonDraw.of(subjects(40, 10), new Draw(10, null, null, 1));

    assertThat(list.genuine()).isEqualTo(40 * 45);
    assertThat(list.impostor()).isEqualTo(40 * 45);
    assertThat(list.images()).hasSize(400);
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 5", "20, 30, 7", "7, 80, 3", "30, 5, 10"})
  void of_countsAsked_drawsThemInEachFoldWithoutRepetition(int genuine, int impostor, int folds) {
    ComparisonList list = ComparisonDraw.of(subjects(31, 6), new Draw(folds, genuine, impostor, 2));

    Set<Set<String>> couples = new HashSet<>();
    int[] perFold = new int[2 * folds];
    for (Comparison c : list.comparisons()) {
      assertThat(couples.add(Set.of(c.firstImage(), c.secondImage()))).isTrue();
      perFold[2 * c.fold() + (c.genuine() ? 0 : 1)]++;
    }
    for (int f = 0; f < folds; f++) {
      assertThat(perFold[2 * f]).isEqualTo(genuine);
      assertThat(perFold[2 * f + 1]).isEqualTo(impostor);
    }
  }

  @Test
  void acrossViews_allThereAre_couplesEveryImageWithThoseOfOtherViews() {
    Map<String, List<String>> subjects =
        Map.of("a", List.of("n/a", "s/a"), "b", List.of("n/b", "s/b"));

    ComparisonList list =
        ComparisonDraw.acrossViews(
            new TreeMap<>(subjects), new Draw(1, null, 2, 1), name -> name.substring(0, 1));

    assertThat(list.comparisons())
        .extracting(c -> c.firstImage() + " " + c.secondImage(), Comparison::genuine)
        .containsExactlyInAnyOrder(
            tuple("n/a s/a", true),
            tuple("n/b s/b", true),
            tuple("n/a s/b", false),
            tuple("s/a n/b", false));
  }

  @Test
  void acrossViews_moreThanThereAre_areRefused() {
    Map<String, List<String>> subjects =
        Map.of("a", List.of("n/a", "s/a"), "b", List.of("n/b", "s/b"));

    assertThatThrownBy(
            () ->
                ComparisonDraw.acrossViews(
                    new TreeMap<>(subjects), new Draw(1, null, 3, 1), name -> name.substring(0, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("holds 2 different couples and 3 were asked for");
  }

  @Test
  void of_anySet_keepsEachSubjectInOneFold() {
    Map<String, Integer> foldOf = new HashMap<>();
    for (Comparison c :
        ComparisonDraw.of(subjects(13, 4), new Draw(4, null, 12, 3)).comparisons()) {
      assertThat(foldOf.merge(c.firstSubject(), c.fold(), (a, b) -> a)).isEqualTo(c.fold());
      assertThat(foldOf.merge(c.secondSubject(), c.fold(), (a, b) -> a)).isEqualTo(c.fold());
    }
    assertThat(foldOf).hasSize(13).containsEntry("s3", 0).containsEntry("s12", 3);
  }

  @Test
  void of_oneSeed_isTheSameAgainAndAnotherOtherwise() {
    Map<String, List<String>> subjects = subjects(12, 5);

    assertThat(ComparisonDraw.of(subjects, new Draw(3, 9, 9, 7)))
        .isEqualTo(ComparisonDraw.of(subjects, new Draw(3, 9, 9, 7)))
        .isNotEqualTo(ComparisonDraw.of(subjects, new Draw(3, 9, 9, 8)));
  }

  @Test
  void of_moreGenuineThanThereAre_saysHowMany() {
    assertThatThrownBy(() -> ComparisonDraw.of(subjects(4, 3), new Draw(2, 7, null, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("fold 0 holds 6 different couples and 7 were asked for");
  }

  @Test
  void of_oneSubjectPerFold_hasNoImpostorsToDraw() {
    assertThatThrownBy(() -> ComparisonDraw.of(subjects(2, 3), new Draw(2, null, null, 1)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("fold 0 holds 0 different couples and 3 were asked for");
  }

  private static Map<String, List<String>> subjects(int count, int images) {
    Map<String, List<String>> subjects = new LinkedHashMap<>();
    for (int s = 0; s < count; s++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < images; i++) {
        names.add("s" + s + "/" + i);
      }
      subjects.put("s" + s, names);
    }
    return subjects;
  }
}
