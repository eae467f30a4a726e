package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.metric.Convention;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.protocol.TemplateVerificationSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of the generated stand-ins of IJB, with drawn vectors for their faces. */
class StoredTemplatesTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("facerepro.home", "")).resolve("fixtures/protocols");
  private static final String KIND = "verify-templates";
  private static final int WIDTH = 8;

  /** What rounding to float32 may change of a threshold; it must not change a rate. */
  private static final double ROUNDED = 1e-6;

  @TempDir Path folder;

  private EvaluationResult write(String protocol, String fixture, Map<String, String> failed) {
    TemplateVerificationSet set = open(protocol, fixture);
    Map<String, String> subjects = set.subjects();
    EvaluationResult result =
        OpenedSets.evaluate(
            set, face -> vector(face, subjects.getOrDefault(face, "nobody")), failed);
    StoredTemplates.write(folder, result, set.targets());
    return result;
  }

  private static TemplateVerificationSet open(String protocol, String fixture) {
    return (TemplateVerificationSet) OpenedSets.open(protocol, FIXTURES.resolve(fixture));
  }

  /** Draws a vector of a face that is somewhat like the others of its subject. */
  static float[] vector(String face, String subject) {
    Rng own = new Seed(face.hashCode()).rng();
    Rng shared = new Seed(subject.hashCode()).rng();
    float[] vector = new float[WIDTH];
    for (int k = 0; k < WIDTH; k++) {
      vector[k] = (float) (shared.uniform(-0.5, 0.5) + own.uniform(-1, 1));
    }
    return vector;
  }

  @ParameterizedTest
  @CsvSource({
    "ijba-11, ijb-a",
    "ijbb-11-nist, ijb-b",
    "ijbb-11, ijb-b",
    "ijbc-11-nist, ijb-c-newer",
  })
  void measure_ofWhatWasWritten_isTheEvaluationUpToFloat32(String protocol, String fixture) {
    EvaluationResult result = write(protocol, fixture, Map.of());

    PartReports reports = StoredTemplates.read(folder).measure();

    Map<String, MetricReport> expected = byStoredName(result);
    assertThat(reports.parts().keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach(
        (name, direct) ->
            assertClose(name, Objects.requireNonNull(reports.parts().get(name)), direct));
  }

  @Test
  void measure_ofAReleaseThatIsSearchedToo_leavesTheSearchesOut() {
    EvaluationResult result = write("ijbb-1n", "ijb-b", Map.of());

    assertThat(result.parts()).hasSizeGreaterThan(1);
    assertThat(StoredTemplates.read(folder).measure().parts().keySet()).containsExactly("all");
  }

  @Test
  void measure_withoutAnyFaceOfATemplate_countsItsComparisonsAsFailed() {
    Map<String, String> failed = new LinkedHashMap<>();
    for (String face : open("ijba-11", "ijb-a").images()) {
      if (face.startsWith("img/1.jpg") || face.startsWith("img/2.jpg")) {
        failed.put(face, "truncated");
      }
    }
    EvaluationResult result = write("ijba-11", "ijb-a", failed);

    MetricReport all = Objects.requireNonNull(parts().get("all"));

    assertThat(failed).hasSize(2);
    assertThat(all.comparisons().failedGenuine()).isEqualTo(10);
    assertThat(all.value("fta")).isEqualTo(OpenedSets.part(result, "mean").value("fta"));
  }

  private Map<String, MetricReport> parts() {
    return StoredParts.measure(KIND, folder, new Seed(1)).parts();
  }

  @Test
  void remarks_ofWhatWasWritten_areThoseOfTheEvaluation() {
    EvaluationResult result = write("ijba-11", "ijb-a", Map.of());

    assertThat(StoredTemplates.remarks(folder)).isNotEmpty().isEqualTo(result.remarks());
  }

  @Test
  void similarities_ofTemplates_areThoseOfAllParts() {
    write("ijba-11", "ijb-a", Map.of());

    assertThat(StoredParts.similarities(folder)).hasSize(280).doesNotContain(Double.NaN);
  }

  @Test
  void measure_withAPartThatHasNoName_isRefused() {
    write("ijba-11", "ijb-a", Map.of());
    changeParts(parts -> changed(parts, 7, 11));

    assertRefused("a comparison is of part 11");
  }

  @Test
  void measure_withAComparisonOfTheWholeBesideParts_isRefused() {
    write("ijba-11", "ijb-a", Map.of());
    changeParts(parts -> changed(parts, 7, 0));

    assertRefused("a comparison is of part 0");
  }

  @Test
  void measure_withAPartThatNoComparisonIsOf_isRefused() {
    write("ijba-11", "ijb-a", Map.of());
    changeParts(
        parts -> {
          int[] one = new int[parts.length];
          Arrays.fill(one, 1);
          return one;
        });

    assertRefused("part 'split-2' has no comparisons");
  }

  @Test
  void measure_withAnArrayOfAnotherLength_isRefused() {
    write("ijba-11", "ijb-a", Map.of());
    changeParts(parts -> Arrays.copyOf(parts, parts.length - 1));

    assertRefused("the arrays of comparisons differ in length");
  }

  @Test
  void measure_withSimilaritiesOfAnotherType_isRefused() {
    write("ijba-11", "ijb-a", Map.of());
    Npy.write(folder.resolve("similarity.npy"), NpyArray.ofDoubles(new double[280], 280));

    assertRefused("impossible scores: an array of FLOAT64");
  }

  @Test
  void measure_withAnInfiniteSimilarity_isRefused() {
    write("ijba-11", "ijb-a", Map.of());
    float[] similarity = Npy.read(folder.resolve("similarity.npy")).floats();
    similarity[3] = Float.POSITIVE_INFINITY;
    Npy.write(folder.resolve("similarity.npy"), NpyArray.ofFloats(similarity, similarity.length));

    assertRefused("similarity of comparison 3 is infinite");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "1e-1"   | "2e0"  | far: expected a rate
          "1e-1"   | null   | protocol.json is not valid
          subjects | people | protocol.json is not valid
          """)
  void measure_withABrokenListOfWhatIsReported_isRefused(String from, String to, String says)
      throws IOException {
    write("ijba-11", "ijb-a", Map.of());
    Path file = folder.resolve("protocol.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(from, to));

    assertRefused(says);
  }

  @Test
  void measure_withSubjectsOfAnotherNumberOfParts_isRefused() throws IOException {
    write("ijba-11", "ijb-a", Map.of());
    Path file = folder.resolve("protocol.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\"subjects\": \\[", "$0 0,"));

    assertRefused("expected a number of subjects for each of 10 parts");
  }

  private void changeParts(UnaryOperator<int[]> change) {
    long[] before = Npy.read(folder.resolve("part.npy")).longs();
    int[] after = change.apply(Arrays.stream(before).mapToInt(Math::toIntExact).toArray());
    Npy.write(folder.resolve("part.npy"), NpyArray.ofInts(after, after.length));
  }

  private static int[] changed(int[] parts, int at, int to) {
    int[] changed = parts.clone();
    changed[at] = to;
    return changed;
  }

  private void assertRefused(String says) {
    assertThatThrownBy(this::parts)
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(says);
  }

  /** Names the mean, or the only part, as stages do. */
  private static Map<String, MetricReport> byStoredName(EvaluationResult result) {
    List<String> names = new ArrayList<>(OpenedSets.names(result));
    names.set(0, PartReports.ALL);
    Map<String, MetricReport> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), result.parts().get(i).report());
    }
    return named;
  }

  static void assertClose(String part, MetricReport stored, MetricReport direct) {
    assertThat(stored.comparisons()).as(part).isEqualTo(direct.comparisons());
    assertThat(stored.metrics().keySet()).as(part).isEqualTo(direct.metrics().keySet());
    for (Convention convention : direct.metrics().keySet()) {
      assertThat(stored.metricsOf(convention)).isEqualTo(direct.metricsOf(convention));
      for (Metric metric : direct.metricsOf(convention)) {
        for (MetricPath.Part number : MetricPath.Part.values()) {
          assertClose(stored, direct, new MetricPath(convention, metric, number));
        }
      }
    }
  }

  private static void assertClose(MetricReport stored, MetricReport direct, MetricPath path) {
    OptionalDouble expected = direct.value(path);
    OptionalDouble found = stored.value(path);
    assertThat(found.isPresent()).as(path.text()).isEqualTo(expected.isPresent());
    if (found.isPresent()) {
      assertThat(found.getAsDouble())
          .as(path.text())
          .isEqualTo(expected.getAsDouble(), within(ROUNDED));
    }
  }
}
