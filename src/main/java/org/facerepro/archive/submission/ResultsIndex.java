package org.facerepro.archive.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.StoredArchive;
import org.facerepro.archive.StoredRun;
import org.facerepro.archive.StoredTrial;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;
import org.facerepro.experiment.RunResult;
import org.facerepro.metric.MetricReport;

/**
 * All submitted results at a glance; written by the program from the archives alone.
 *
 * @param schema {@code facerepro/results-index/v1}
 * @param results one for each archive of a run, by path
 * @param trials one for each archive of a trial, by path
 */
public record ResultsIndex(String schema, List<Entry> results, List<IndexedTrial> trials) {
  public static final String SCHEMA = "facerepro/results-index/v1";

  /** The index's name in the folder of results. */
  public static final String FILE = "index.json";

  static final List<String> HEADLINE = List.of("accuracy", "auc", "eer", "tar@far=1e-2", "fta");

  public ResultsIndex {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    results = results.stream().sorted(Comparator.comparing(Entry::path)).toList();
    trials = trials.stream().sorted(Comparator.comparing(IndexedTrial::path)).toList();
  }

  /**
   * The archive of one run.
   *
   * @param path below the folder of results
   * @param sha256 of the file
   * @param experiment id
   * @param title one line for people
   * @param scale scale
   * @param seed root seed
   * @param verdict verdict
   * @param reproduces paper and table, or "none"
   * @param author who stands for it
   * @param licence its terms
   * @param published the day
   * @param numbers headline numbers by verify stage and metric
   */
  public record Entry(
      String path,
      String sha256,
      String experiment,
      String title,
      String scale,
      long seed,
      String verdict,
      String reproduces,
      String author,
      String licence,
      String published,
      Map<String, Map<String, Double>> numbers) {
    public Entry {
      numbers = new TreeMap<>(numbers);
    }

    static Entry of(String path, StoredRun run) throws IOException {
      RunResult result = run.result();
      Imprint imprint = run.imprint().orElseThrow(() -> new IOException("it has no imprint"));
      Map<String, Map<String, Double>> numbers = new TreeMap<>();
      result.reports().forEach((stage, report) -> numbers.put(stage, headline(report)));
      return new Entry(
          path,
          Sha256.ofFile(run.file()).hex(),
          result.experiment(),
          result.title(),
          result.scale(),
          result.seed(),
          result.verdict().toString(),
          result.reproduces(),
          imprint.author(),
          imprint.licence(),
          imprint.published().toString(),
          numbers);
    }

    private static Map<String, Double> headline(MetricReport report) {
      Map<String, Double> values = new TreeMap<>();
      for (String metric : HEADLINE) {
        OptionalDouble value = report.value(metric);
        value.ifPresent(number -> values.put(metric, number));
      }
      return values;
    }
  }

  /** Makes the index of all archives in a folder of results. */
  static ResultsIndex of(Path results, List<Path> archives) throws IOException {
    List<Entry> runs = new ArrayList<>();
    List<IndexedTrial> trials = new ArrayList<>();
    for (Path archive : archives) {
      try (StoredArchive stored = StoredArchive.open(archive)) {
        if (stored instanceof StoredTrial trial) {
          trials.add(IndexedTrial.of(path(results, archive), trial));
        } else if (stored instanceof StoredRun run) {
          runs.add(Entry.of(path(results, archive), run));
        }
      }
    }
    return new ResultsIndex(SCHEMA, runs, trials);
  }

  static String path(Path results, Path file) {
    return results.relativize(file).toString().replace('\\', '/');
  }

  static boolean isIn(Path results) {
    return Files.isRegularFile(results.resolve(FILE));
  }
}
