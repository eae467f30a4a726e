package org.facerepro.protocol.ijb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.data.Embeddings;
import org.facerepro.metric.MetricReport;
import org.facerepro.metric.search.SearchMetrics;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.EvaluationResult;
import org.facerepro.protocol.MirroredFace;
import org.facerepro.protocol.OpenedSets;
import org.facerepro.protocol.TemplateSearchSet;
import org.facerepro.protocol.TemplateSearches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The searches of a release against a twin that reads the lists word by word, adds templates up as
 * the script does and counts every impostor; it has no line in common with the reader.
 */
class IjbReleaseSearchTest {
  private static final Path FIXTURE =
      Path.of(System.getProperty("facerepro.home", "")).resolve("fixtures/protocols/ijb-c");
  private static final String META = "IJBC/meta/ijbc_";
  private static final int WIDTH = 6;

  private final Map<Integer, Map<Integer, List<double[]>>> faces = new TreeMap<>();
  private final Map<String, Map<Integer, Integer>> subjects = new LinkedHashMap<>();
  private Embeddings embeddings;
  private TemplateSearchSet set;

  @BeforeEach
  void read() throws IOException {
    set =
        (TemplateSearchSet)
            OpenedSets.open("ijbc-1n", FIXTURE, Map.of("detector", "used", "norm", "kept"))
                .with(MirroredFace.NONE);
    embeddings = OpenedSets.embeddings(set, this::vector, Map.of());
    List<String> detections = lines("name_5pts_score.txt");
    List<String> rows = lines("face_tid_mid.txt");
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i).split(" ", -1);
      String[] detection = detections.get(i).split(" ", -1);
      faces
          .computeIfAbsent(Integer.valueOf(row[1]), template -> new TreeMap<>())
          .computeIfAbsent(Integer.valueOf(row[2]), medium -> new ArrayList<>())
          .add(weighted(vector(row[0]), Double.parseDouble(detection[detection.length - 1])));
    }
    for (String list : List.of("1N_probe_mixed", "1N_gallery_G1", "1N_gallery_G2")) {
      List<String> table = lines(list + ".csv");
      Map<Integer, Integer> of = new TreeMap<>();
      for (String row : table.subList(1, table.size())) {
        of.put(Integer.valueOf(row.split(",", -1)[0]), Integer.valueOf(row.split(",", -1)[1]));
      }
      subjects.put(list, of);
    }
  }

  private static List<String> lines(String list) throws IOException {
    return Files.readAllLines(FIXTURE.resolve(META + list));
  }

  private static double[] weighted(float[] vector, double weight) {
    double[] weighted = new double[vector.length];
    for (int j = 0; j < vector.length; j++) {
      weighted[j] = vector[j] * weight;
    }
    return weighted;
  }

  /** Draws a vector of a face that is somewhat like the others of its subject. */
  private float[] vector(String face) {
    Rng own = new Seed(face.hashCode()).rng();
    Rng shared = new Seed(Objects.requireNonNull(set.subjects().get(face)).hashCode()).rng();
    float[] vector = new float[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      vector[j] = (float) (shared.uniform(-0.5, 0.5) + own.uniform(-1, 1));
    }
    return vector;
  }

  /** Sums the means of the media of a template. */
  private double[] template(int id) {
    double[] sum = new double[WIDTH];
    for (List<double[]> medium : Objects.requireNonNull(faces.get(id)).values()) {
      for (double[] face : medium) {
        for (int j = 0; j < sum.length; j++) {
          sum[j] += face[j] / medium.size();
        }
      }
    }
    return sum;
  }

  private double cosine(int a, int b) {
    double[] x = template(a);
    double[] y = template(b);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int j = 0; j < x.length; j++) {
      xy += x[j] * y[j];
      xx += x[j] * x[j];
      yy += y[j] * y[j];
    }
    return xy / Math.sqrt(xx * yy);
  }

  private Map<Integer, Integer> subjects(String list) {
    return Objects.requireNonNull(subjects.get(list));
  }

  /** One probe: its mate's similarity, NaN without one, and the impostors'. */
  private record Probe(double mate, List<Double> impostors) {
    long rank() {
      return 1 + impostors.stream().filter(impostor -> impostor >= mate).count();
    }

    double highest() {
      return impostors.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
  }

  private List<Probe> probes(String gallery) {
    List<Probe> probes = new ArrayList<>();
    subjects("1N_probe_mixed")
        .forEach(
            (probe, who) -> {
              double[] mate = {Double.NaN};
              List<Double> impostors = new ArrayList<>();
              subjects("1N_gallery_" + gallery)
                  .forEach(
                      (entry, enrolled) -> {
                        if (enrolled.equals(who)) {
                          mate[0] = cosine(probe, entry);
                        } else {
                          impostors.add(cosine(probe, entry));
                        }
                      });
              probes.add(new Probe(mate[0], impostors));
            });
    return probes;
  }

  private static double rank(List<Probe> probes, int rank) {
    List<Probe> mated = probes.stream().filter(probe -> !Double.isNaN(probe.mate)).toList();
    return (double) mated.stream().filter(probe -> probe.rank() <= rank).count() / mated.size();
  }

  /** The lowest threshold at which at most a tenth of the non-mated probes raise an alarm. */
  private static double identified(List<Probe> probes, int rank) {
    List<Probe> mated = probes.stream().filter(probe -> !Double.isNaN(probe.mate)).toList();
    List<Double> alarms =
        probes.stream()
            .filter(probe -> Double.isNaN(probe.mate))
            .map(Probe::highest)
            .sorted()
            .toList();
    double least = alarms.get(alarms.size() - 1 - alarms.size() / 10);
    return (double)
            mated.stream().filter(probe -> probe.mate > least && probe.rank() <= rank).count()
        / mated.size();
  }

  private static double expected(List<Probe> probes, String metric) {
    return switch (metric) {
      case "rank-1" -> rank(probes, 1);
      case "rank-5" -> rank(probes, 5);
      case "tpir@fpir=1e-1" -> identified(probes, 1);
      case "tpir@fpir=1e-1,rank=5" -> identified(probes, 5);
      default -> throw new IllegalArgumentException(metric);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "G1 | rank-1",
        "G1 | rank-5",
        "G1 | tpir@fpir=1e-1",
        "G1 | tpir@fpir=1e-1,rank=5",
        "G2 | rank-1",
        "G2 | rank-5",
        "G2 | tpir@fpir=1e-1",
        "G2 | tpir@fpir=1e-1,rank=5"
      })
  void searches_ofAGallery_areThoseOfTheTwin(String gallery, String metric) {
    double expected = expected(probes(gallery), metric);
    EvaluationResult evaluated = set.evaluate(embeddings, Map.of(), new Seed(1));

    assertThat(OpenedSets.part(evaluated, gallery).value(metric)).hasValue(expected);
    assertThat(found(gallery).value(metric)).hasValue(expected);
  }

  private MetricReport found(String gallery) {
    TemplateSearches searches = set.search(embeddings, Map.of(), 10);
    return searches.kinds().get(0).parts().stream()
        .filter(part -> part.name().equals(gallery))
        .map(
            part ->
                SearchMetrics.report(part.found().searches(), new Seed(1), SearchRates.STANDARD))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"rank-1", "tpir@fpir=1e-1"})
  void evaluate_ofBothGalleries_hasTheirMean(String metric) {
    EvaluationResult evaluated = set.evaluate(embeddings, Map.of(), new Seed(1));
    double mean = (expected(probes("G1"), metric) + expected(probes("G2"), metric)) / 2;

    OptionalDouble found = OpenedSets.part(evaluated, "mean").value(metric);
    assertThat(found.orElseThrow()).isEqualTo(mean, within(1e-12));
  }
}
