package org.facerepro.report.plot;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facerepro.core.Require;
import org.facerepro.plot.Axis;

/**
 * Rates by their normal deviate, the scale of DET curves (Martin et al., Eurospeech 1997), on which
 * two normal distributions give a straight line; from 10^−decades to one half.
 *
 * @param title what is measured
 * @param decades powers of ten shown below 1
 */
record ProbitAxis(String title, int decades) implements Axis {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Rate at the end of the axis. */
  static final double HIGHEST = 0.5;

  private static final List<Tick> COARSE = List.of(new Tick(0.2, "20 %"), new Tick(0.4, "40 %"));

  ProbitAxis {
    Require.between("decades", decades, 1, 12);
  }

  @Override
  public double position(double value) {
    double lowest = Math.pow(10, -decades);
    double clamped = Math.min(HIGHEST, Math.max(lowest, value));
    double start = deviate(lowest);
    return (deviate(clamped) - start) / (deviate(HIGHEST) - start);
  }

  private static double deviate(double rate) {
    return NORMAL.inverseCumulativeProbability(rate);
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> fine =
        IntStream.rangeClosed(1, decades).mapToObj(i -> tick(decades + 1 - i)).toList();
    return Stream.concat(fine.stream(), COARSE.stream()).toList();
  }

  private static Tick tick(int decade) {
    String label =
        switch (decade) {
          case 1 -> "10 %";
          case 2 -> "1 %";
          default -> "1e-" + decade;
        };
    return new Tick(Math.pow(10, -decade), label);
  }
}
