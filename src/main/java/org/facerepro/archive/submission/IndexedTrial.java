package org.facerepro.archive.submission;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.archive.Imprint;
import org.facerepro.archive.StoredTrial;
import org.facerepro.core.Sha256;
import org.facerepro.experiment.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * What the index says of the archive of a trial.
 *
 * @param path below the folder of results
 * @param sha256 of the file
 * @param experiment id
 * @param title one line for people
 * @param scale scale
 * @param seeds one run each
 * @param verdict verdict
 * @param reproduces paper and table, or "none"
 * @param author who stands for it
 * @param licence its terms
 * @param published the day
 * @param numbers headline numbers by verify stage and metric
 */
public record IndexedTrial(
    String path,
    String sha256,
    String experiment,
    String title,
    String scale,
    List<Long> seeds,
    String verdict,
    String reproduces,
    String author,
    String licence,
    String published,
    Map<String, Mean> numbers) {
  public IndexedTrial {
    seeds = List.copyOf(seeds);
    numbers = new TreeMap<>(numbers);
  }

  /**
   * A number over the seeds.
   *
   * @param seeds how many have a value
   * @param mean over them
   * @param std sample standard deviation; absent with one value
   */
  public record Mean(int seeds, double mean, @Nullable Double std) {}

  static IndexedTrial of(String path, StoredTrial stored) throws IOException {
    Trial trial = stored.trial();
    Imprint imprint = stored.imprint().orElseThrow(() -> new IOException("it has no imprint"));
    return new IndexedTrial(
        path,
        Sha256.ofFile(stored.file()).hex(),
        trial.experiment(),
        trial.title(),
        trial.scale(),
        trial.seeds(),
        trial.verdict().toString(),
        trial.reproduces(),
        imprint.author(),
        imprint.licence(),
        imprint.published().toString(),
        numbers(trial));
  }

  private static Map<String, Mean> numbers(Trial trial) {
    Map<String, Mean> numbers = new TreeMap<>();
    for (Trial.TrialMetric each : trial.metrics()) {
      if (ResultsIndex.HEADLINE.stream().anyMatch(name -> each.metric().endsWith("." + name))) {
        numbers.put(each.metric(), new Mean(each.values().size(), each.mean(), each.std()));
      }
    }
    return numbers;
  }
}
