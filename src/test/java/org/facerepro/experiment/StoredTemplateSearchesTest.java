package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Seed;
import org.facerepro.data.Embeddings;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.MetricReport;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.protocol.TemplateSearchSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches of the generated stand-ins of IJB, with drawn vectors for their faces. */
class StoredTemplateSearchesTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("facerepro.home", "")).resolve("fixtures/protocols");
  private static final String KIND = "search-templates";
  private static final Seed SEED = new Seed(1);

  /** Ten splits with twenty probes each. */
  private static final int ROWS = 200;

  @TempDir Path folder;

  /** Stores the searches of a stand-in and returns the evaluation of the same embeddings. */
  private EvaluationResult write(String protocol, String fixture, Map<String, String> failed) {
    TemplateSearchSet set = open(protocol, fixture);
    Map<String, String> subjects = set.subjects();
    Embeddings embeddings =
        OpenedSets.embeddings(
            set,
            face -> StoredTemplatesTest.vector(face, Objects.requireNonNull(subjects.get(face))),
            failed);
    StoredTemplateSearches.write(
        folder, set.search(embeddings, failed, StoredTemplateSearches.KEPT));
    return set.evaluate(embeddings, failed, SEED);
  }

  private static TemplateSearchSet open(String protocol, String fixture) {
    return (TemplateSearchSet) OpenedSets.open(protocol, FIXTURES.resolve(fixture));
  }

  private Map<String, MetricReport> parts() {
    return StoredParts.measure(KIND, folder, SEED).parts();
  }

  private MetricReport whole() {
    return Objects.requireNonNull(parts().get(PartReports.ALL));
  }

  @ParameterizedTest
  @CsvSource({
    "ijba-1n, ijb-a, 11",
    "ijbb-1n-nist, ijb-b, 9",
    "ijbc-1n-nist, ijb-c, 9",
    "ijbc-1n-nist, ijb-c-newer, 3"
  })
  void measure_ofWhatWasWritten_isTheEvaluationToTheLastBit(
      String protocol, String fixture, int parts) {
    EvaluationResult result = write(protocol, fixture, Map.of());

    assertThat(parts()).hasSize(parts).containsExactlyEntriesOf(byStoredName(result));
  }

  /** A release is evaluated in float64, and rounding may move a threshold but no rate. */
  @ParameterizedTest
  @CsvSource({"ijbb-1n, ijb-b", "ijbc-1n, ijb-c"})
  void measure_ofARelease_isTheEvaluationOfItsGalleriesUpToFloat32(
      String protocol, String fixture) {
    Map<String, MetricReport> direct = byStoredName(searched(write(protocol, fixture, Map.of())));

    assertThat(parts().keySet()).containsExactly("all", "G1", "G2");
    direct.forEach(
        (name, report) ->
            StoredTemplatesTest.assertClose(
                name, Objects.requireNonNull(parts().get(name)), report));
  }

  /** Leaves the comparisons out, which stand before the searches. */
  private static EvaluationResult searched(EvaluationResult release) {
    return new EvaluationResult(
        release.protocol(), release.parts().subList(1, release.parts().size()), List.of());
  }

  @Test
  void measure_ofTemplatesWithoutAnyFace_isTheEvaluationThatCountsThemAsFailed() {
    Map<String, String> failed = new LinkedHashMap<>();
    for (String face : open("ijba-1n", "ijb-a").images()) {
      if (face.startsWith("img/4.jpg")) {
        failed.put(face, "truncated");
      }
    }
    EvaluationResult result = write("ijba-1n", "ijb-a", failed);

    assertThat(failed).hasSize(1);
    assertThat(parts()).containsExactlyEntriesOf(byStoredName(result));
    assertThat(whole().comparisons().failedGenuine()).isEqualTo(5);
    assertThat(whole().comparisons().failedImpostor()).isEqualTo(5);
  }

  /** Names what the protocol leads with as stages do. */
  private static Map<String, MetricReport> byStoredName(EvaluationResult result) {
    Map<String, MetricReport> named = new LinkedHashMap<>();
    for (EvaluationResult.Part part : result.parts()) {
      named.put(named.isEmpty() ? PartReports.ALL : part.name(), part.report());
    }
    return named;
  }

  @Test
  void measure_ofSeveralKindsOfProbes_namesTheMeanOfEachButTheFirst() {
    write("ijbb-1n-nist", "ijb-b", Map.of());

    assertThat(parts().keySet())
        .containsExactly(
            "all",
            "mixed-S1",
            "mixed-S2",
            "img-mean",
            "img-S1",
            "img-S2",
            "video-mean",
            "video-S1",
            "video-S2");
  }

  @Test
  void remarks_ofWhatWasWritten_areThoseOfTheEvaluation() {
    EvaluationResult result = write("ijba-1n", "ijb-a", Map.of());

    assertThat(StoredTemplateSearches.remarks(folder)).isNotEmpty().isEqualTo(result.remarks());
  }

  @Test
  void write_ofWhatWasFound_keepsTenImpostorsOfEachProbeInEachGallery() {
    write("ijba-1n", "ijb-a", Map.of());

    assertThat(Npy.read(folder.resolve("impostors.npy")).shape()).containsExactly(ROWS, 10);
    assertThat(Npy.read(folder.resolve("mate.npy")).shape()).containsExactly(ROWS);
  }

  @Test
  void measure_withAMateBehindItsImpostors_givesAnotherRate() {
    write("ijba-1n", "ijb-a", Map.of());
    double before = whole().value("rank-1").orElseThrow();
    changeFloats("mate.npy", StoredTemplateSearchesTest::behind);

    assertThat(whole().value("rank-1").orElseThrow()).isLessThan(before);
  }

  private static float[] behind(float[] mates) {
    float[] behind = mates.clone();
    for (int i = 0; i < behind.length; i++) {
      behind[i] = Float.isNaN(mates[i]) ? Float.NaN : -1;
    }
    return behind;
  }

  @Test
  void measure_withImpostorsThatRise_isRefused() {
    write("ijba-1n", "ijb-a", Map.of());
    float[] impostors = Npy.read(folder.resolve("impostors.npy")).floats();
    impostors[1] = 2;
    Npy.write(folder.resolve("impostors.npy"), NpyArray.ofFloats(impostors, ROWS, 10));

    assertRefused("probe 0: expected a finite mate if there is one");
  }

  @Test
  void measure_withFewerImpostorsThanRanks_isRefused() {
    write("ijba-1n", "ijb-a", Map.of());
    Npy.write(folder.resolve("impostors.npy"), NpyArray.ofFloats(new float[2 * ROWS], ROWS, 2));

    assertRefused("expected 10 impostors for each of 200 probes, got an array of shape [200, 2]");
  }

  @Test
  void measure_withAnArrayOfAnotherLength_isRefused() {
    write("ijba-1n", "ijb-a", Map.of());
    changeFloats("mate.npy", mates -> Arrays.copyOf(mates, ROWS - 1));

    assertRefused("are of no searches");
  }

  @Test
  void measure_withFewerPartsThanProbes_isRefused() {
    write("ijba-1n", "ijb-a", Map.of());
    Npy.write(folder.resolve("part.npy"), NpyArray.ofInts(new int[] {1}, 1));

    assertRefused("the arrays of probes differ in length");
  }

  @Test
  void measure_withAProbeOfAMean_isRefused() {
    write("ijba-1n", "ijb-a", Map.of());
    Npy.write(folder.resolve("part.npy"), NpyArray.ofInts(new int[ROWS], ROWS));

    assertRefused("a probe is of part 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "split-10" | "split-11" | is no mean of the parts
          "split-10" | "all"      | is no mean of the parts
          "all"      | "none"     | is no mean of the parts
          means      | averages   | protocol.json is not valid
          """)
  void measure_withMeansOfWhatIsNoPart_isRefused(String from, String to, String says)
      throws IOException {
    write("ijba-1n", "ijb-a", Map.of());
    Path file = folder.resolve("protocol.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(from, to));

    assertRefused(says);
  }

  private void changeFloats(String file, UnaryOperator<float[]> change) {
    float[] changed = change.apply(Npy.read(folder.resolve(file)).floats());
    Npy.write(folder.resolve(file), NpyArray.ofFloats(changed, changed.length));
  }

  private void assertRefused(String says) {
    assertThatThrownBy(this::parts)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(says);
  }
}
