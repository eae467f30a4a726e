package org.facerepro.experiment.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.data.ShardPlan;

/**
 * Which shards of a set to make.
 *
 * @param ranges inclusive ranges of numbers from 0; none: all shards
 */
public record ShardSelection(List<Range> ranges) {
  /** Every shard. */
  public static final ShardSelection ALL = new ShardSelection(List.of());

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final String EXPECTED = "numbers and inclusive ranges from 0 such as 0,3-5";

  /**
   * Some shards.
   *
   * @param first number of the first
   * @param last number of the last, which belongs to the range
   */
  public record Range(int first, int last) {}

  public ShardSelection {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads {@code 0,3-5}: shard 0 and the shards 3, 4 and 5.
   *
   * @throws InvalidValueException if it has another form
   */
  public static ShardSelection parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher form = FORM.matcher(part);
      if (!form.matches()) {
        throw new InvalidValueException("--shards", EXPECTED, "'" + text + "'");
      }
      int first = Integer.parseInt(form.group(1));
      int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
      if (last < first) {
        throw new InvalidValueException("--shards", EXPECTED, "'" + text + "'");
      }
      ranges.add(new Range(first, last));
    }
    return new ShardSelection(ranges);
  }

  /**
   * Returns the numbers, ascending.
   *
   * @throws InvalidValueException if the set has no such shard
   */
  List<Integer> of(ShardPlan plan) {
    if (ranges.isEmpty()) {
      return IntStream.range(0, plan.shards()).boxed().toList();
    }
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Range range : ranges) {
      if (range.last() >= plan.shards()) {
        throw new InvalidValueException(
            "--shards",
            "numbers from 0 to %d, for %d samples in shards of %d make %d"
                .formatted(
                    plan.shards() - 1, plan.samples(), plan.samplesPerShard(), plan.shards()),
            range.last());
      }
      IntStream.rangeClosed(range.first(), range.last()).forEach(numbers::add);
    }
    return List.copyOf(numbers);
  }
}
