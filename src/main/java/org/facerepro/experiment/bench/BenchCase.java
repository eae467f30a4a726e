package org.facerepro.experiment.bench;

import java.util.Map;
import java.util.OptionalDouble;

/** One thing whose speed is measured, on data that it generates itself from a fixed seed. */
public interface BenchCase {
  /** Returns the name in reports. */
  String id();

  /** Returns the part of the program that it belongs to. */
  BenchTarget target();

  /** Returns how often it runs before its times count. */
  default int warmUps() {
    return 1;
  }

  /** Returns how many seconds the full size may take; nothing where the project sets no limit. */
  default OptionalDouble limit() {
    return OptionalDouble.empty();
  }

  /**
   * Generates the data, which no time counts.
   *
   * @param scale share of the full size, greater than 0 and at most 1
   */
  Prepared prepare(double scale);

  /** Generated data and the work on them. */
  interface Prepared extends AutoCloseable {
    /** Describes the data. */
    String input();

    /** Returns how many images a run makes, 0 where images are not what is counted. */
    default int images() {
      return 0;
    }

    /**
     * Does the work once, in stages.
     *
     * @return what came out: equal each time
     */
    Object run(Stages stages);

    /** Returns what else the runs so far, warm-up included, have come to, by name. */
    default Map<String, Double> figures() {
      return Map.of();
    }

    @Override
    default void close() {}
  }

  /** Scales a size, at least to {@code least}. */
  static int scaled(int full, double scale, int least) {
    return Math.max(Math.min(least, full), (int) Math.round(full * scale));
  }
}
