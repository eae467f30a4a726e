package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.Scores;
import org.facerepro.metric.VerificationMetrics;
import org.facerepro.protocol.Comparison;
import org.facerepro.protocol.ComparisonList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredGroupsTest {
  private static final int N = 120;
  private static final Seed SEED = new Seed(8);

  @TempDir Path folder;
  private ComparisonList list;
  private Scores scores;

  @BeforeEach
  void write() {
    Rng rng = SEED.rng();
    Scores.Builder made = Scores.builder(2);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < N; i++) {
      boolean genuine = i % 2 == 0;
      String first = "s" + i;
      String second = genuine ? first : "t" + i;
      String group = i % 3 == 0 ? "dim" : "bright";
      String other = i % 5 == 1 ? "neither" : group;
      int fold = i / (N / 2);
      comparisons.add(
          new Comparison(i + 1, "a" + i, "b" + i, first, second, genuine, fold)
              .inGroups(group, genuine ? group : other));
      made.add((float) rng.uniform(genuine ? 0 : -0.5, 1), genuine, fold, first, second);
    }
    list = new ComparisonList(comparisons, 2, List.of());
    scores = made.build();
    StoredGroups.write(folder, scores, list);
  }

  @Test
  void measure_ofAGroup_isWhatItsComparisonsAloneGive() {
    PartReports reports = StoredGroups.read(folder).measure(SEED);

    assertThat(reports.parts().keySet()).containsExactly("all", "dim", "bright", "neither");
    for (String group : List.of("dim", "bright")) {
      Scores.Builder alone = Scores.builder(2);
      for (Comparison c : list.within(group).comparisons()) {
        float similarity = scores.similarity(c.line() - 1);
        alone.add(similarity, c.genuine(), c.fold(), c.firstSubject(), c.secondSubject());
      }
      assertThat(Objects.requireNonNull(reports.parts().get(group)))
          .isEqualTo(VerificationMetrics.report(alone.build(), SEED));
    }
  }

  @Test
  void measure_ofAllGroups_namesReportsInTheOrderInWhichTheyAreReadBack() {
    Map<String, MetricReport> measured = StoredGroups.read(folder).measure(SEED).of("yale-b");

    StoredParts.write(folder, StoredGroups.read(folder).measure(SEED), Map.of());

    assertThat(List.copyOf(StoredParts.reports("yale-b", folder).keySet()))
        .isEqualTo(List.copyOf(measured.keySet()))
        .contains("yale-b/dim", "yale-b/bright");
  }

  @Test
  void scores_ofAReport_areThoseOfItsPart() {
    assertThat(StoredParts.scores(folder, "yale-b@wide").size()).isEqualTo(N);
    assertThat(StoredParts.scores(folder, "yale-b@wide/dim").size())
        .isEqualTo(list.within("dim").comparisons().size());
  }

  @Test
  void read_withAGroupThatHasNoName_isRefused() {
    Npy.write(folder.resolve("groups.npy"), NpyArray.ofInts(new int[N], N));
    int[] wrong = new int[N];
    wrong[7] = 9;
    Npy.write(folder.resolve("groups.npy"), NpyArray.ofInts(wrong, N));

    assertThatThrownBy(() -> StoredGroups.read(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("a comparison is of group 9");
  }
}
