package org.facerepro.experiment.dataset;

import java.util.List;
import org.facerepro.core.Require;

/**
 * How one number is spread over the pictures of a set.
 *
 * @param count pictures that have it
 * @param mean arithmetic mean
 * @param sd standard deviation, divided by {@code count}
 * @param min smallest value
 * @param max largest value
 * @param from lower edge of the first bin; a bin holds its lower edge, not its upper
 * @param width width of every bin, a power of two
 * @param bins counts, from the bin of {@code min} to that of {@code max}
 */
public record NumberSummary(
    long count,
    double mean,
    double sd,
    double min,
    double max,
    double from,
    double width,
    List<Long> bins) {
  public NumberSummary {
    Require.between("count", count, 1, Long.MAX_VALUE);
    bins = List.copyOf(bins);
  }
}
