package org.facerepro.metric.search;

import java.util.List;
import org.facerepro.metric.Far;

/**
 * Which rates of searches a report holds.
 *
 * @param ranks of the identification rates, ascending
 * @param fpirs false alarm rates at which identification rates are asked for
 */
public record SearchRates(List<Integer> ranks, List<Far> fpirs) {
  /** Ranks 1, 5 and 10; false alarm rates .1 and .01. */
  public static final SearchRates STANDARD =
      new SearchRates(List.of(1, 5, 10), List.of(Far.parse("1e-1"), Far.parse("1e-2")));

  public SearchRates {
    ranks = List.copyOf(ranks);
    fpirs = List.copyOf(fpirs);
  }

  /** Returns the highest rank that is asked for. */
  public int highestRank() {
    return ranks.get(ranks.size() - 1);
  }

  /** Returns the same rates at false alarms with other ranks. */
  public SearchRates withRanks(Integer... others) {
    return new SearchRates(List.of(others), fpirs);
  }
}
