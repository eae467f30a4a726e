package org.facerepro.experiment.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts numbers into bins whose width doubles as the numbers spread, so that the result depends on
 * the numbers alone and not on their order.
 */
final class Histogram {
  private static final int MOST_BINS = 24;
  private static final int FINEST = -10;
  private static final double HALF = 0.5;

  private final TreeMap<Long, Long> bins = new TreeMap<>();
  private int exponent = FINEST;
  private long count;
  private double mean;
  private double squares;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  void add(double value) {
    count++;
    double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    min = Math.min(min, value);
    max = Math.max(max, value);
    bins.merge((long) Math.floor(Math.scalb(value, -exponent)), 1L, Long::sum);
    while (bins.lastKey() - bins.firstKey() >= MOST_BINS) {
      halve();
    }
  }

  private void halve() {
    TreeMap<Long, Long> coarser = new TreeMap<>();
    bins.forEach((bin, n) -> coarser.merge((long) Math.floor(bin * HALF), n, Long::sum));
    bins.clear();
    bins.putAll(coarser);
    exponent++;
  }

  NumberSummary summary() {
    double width = Math.scalb(1.0, exponent);
    List<Long> counts = new ArrayList<>();
    for (long bin = bins.firstKey(); bin <= bins.lastKey(); bin++) {
      counts.add(bins.getOrDefault(bin, 0L));
    }
    double sd = Math.sqrt(squares / count);
    return new NumberSummary(count, mean, sd, min, max, bins.firstKey() * width, width, counts);
  }
}
