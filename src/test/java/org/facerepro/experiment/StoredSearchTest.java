package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.search.Roster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSearchTest {
  private static final int SUBJECTS = 7;
  private static final int PROBES = 60;

  @TempDir Path folder;
  private final float[] similarity = new float[PROBES * SUBJECTS];
  private SearchList list;

  @BeforeEach
  void write() {
    Rng rng = new Seed(3).rng();
    for (int i = 0; i < similarity.length; i++) {
      similarity[i] = (float) rng.uniform(-1, 1);
    }
    similarity[4 * SUBJECTS + 4] = Float.NaN;
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    parts.put("all", IntStream.range(0, PROBES).boxed().toList());
    parts.put("yaw15", List.of(0, 3, 4, 7, 41));
    parts.put("yaw-30-light07", List.of(59));
    list =
        new SearchList(
            new Roster(names("g", SUBJECTS), subjects(SUBJECTS)),
            new Roster(names("p", PROBES), subjects(PROBES)),
            parts,
            List.of());
    StoredSearch.write(folder, list, similarity);
  }

  private static List<String> names(String prefix, int n) {
    return IntStream.range(0, n).mapToObj(i -> prefix + i).toList();
  }

  private static List<String> subjects(int n) {
    return IntStream.range(0, n).mapToObj(i -> "subject " + i % SUBJECTS).toList();
  }

  @Test
  void measure_ofEachPart_isTheShareOfProbesWhoseMateComesFirst() {
    Map<String, MetricReport> reports = StoredSearch.read(folder).measure(new Seed(1)).parts();

    assertThat(reports.keySet()).containsExactly("all", "yaw15", "yaw-30-light07");
    list.parts()
        .forEach(
            (part, probes) -> {
              double found = probes.stream().filter(this::mateComesFirst).count();
              assertThat(report(reports, part).value("rank-1")).hasValue(found / probes.size());
              assertThat(report(reports, part).comparisons().genuine()).isEqualTo(probes.size());
            });
  }

  private static MetricReport report(Map<String, MetricReport> reports, String part) {
    return Objects.requireNonNull(reports.get(part));
  }

  private boolean mateComesFirst(int probe) {
    int mate = probe % SUBJECTS;
    float best = similarity[probe * SUBJECTS + mate];
    return IntStream.range(0, SUBJECTS)
        .allMatch(entry -> entry == mate || similarity[probe * SUBJECTS + entry] < best);
  }

  @Test
  void measure_again_givesTheSameNumbersToTheLastBit() {
    assertThat(StoredParts.measure("search", folder, new Seed(1)))
        .isEqualTo(StoredSearch.read(folder).measure(new Seed(1)));
  }

  @Test
  void read_withAGalleryOfAnotherSize_isRefused() {
    Npy.write(folder.resolve("gallery.npy"), NpyArray.ofInts(new int[] {1, 2}, 2));

    assertThatThrownBy(() -> StoredSearch.read(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("the arrays of a search differ in length");
  }

  @Test
  void measure_ofAnInfiniteSimilarity_isRefused() {
    similarity[9] = Float.POSITIVE_INFINITY;
    StoredSearch.write(folder, list, similarity);

    assertThatThrownBy(() -> StoredParts.measure("search", folder, new Seed(1)))
        .isInstanceOf(CorruptDataException.class);
  }
}
