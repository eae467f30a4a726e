package org.facerepro.experiment.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The times of one case.
 *
 * @param id name of the case
 * @param runs timed runs
 * @param seconds median
 * @param secondsMin fastest
 * @param secondsMax slowest
 * @param imagesPerSecond where images are what is counted
 * @param peakMemoryBytes most memory held at once, from the generated data on
 * @param stages median seconds of each stage
 * @param figures what else the case tells, by name; null for nothing
 * @param warmUps runs before the timed ones
 * @param secondsFirst the very first run, before anything was compiled
 * @param secondsLimit what a run of the full size may take; null for no limit, or for a part of it
 * @param input what was worked on
 */
public record BenchResult(
    @JsonProperty("case") String id,
    int runs,
    double seconds,
    double secondsMin,
    double secondsMax,
    @Nullable Double imagesPerSecond,
    long peakMemoryBytes,
    SortedMap<String, Double> stages,
    @Nullable SortedMap<String, Double> figures,
    int warmUps,
    double secondsFirst,
    @Nullable Double secondsLimit,
    String input) {

  public BenchResult {
    stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    figures = figures == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }
}
