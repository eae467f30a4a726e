package org.facerepro.experiment.trial;

import java.util.List;
import java.util.Locale;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.PublishedBaseline;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Metric;
import org.facerepro.metric.trial.Equivalence;
import org.facerepro.metric.trial.RunSpread;
import org.jspecify.annotations.Nullable;

/**
 * Holds the mean of a trial against a published number.
 *
 * <p>The published number p is taken for one run, rounded to a step q, with the spread s that runs
 * have here: the standard deviation within this trial and within the stored reference runs, pooled,
 * with ν degrees of freedom. The difference d = mean − p then has the standard error e = s·√(1 +
 * 1/n), and |d| ≤ q/2 + t·e, t being Student's two-sided quantile, is what chance and rounding
 * explain: the tolerance.
 *
 * <ul>
 *   <li>Without a margin: within the tolerance {@code PASS}, beyond it on the better side {@code
 *       DRIFT}, on the worse side {@code FAIL}.
 *   <li>With a margin: {@code PASS} if two one-sided tests show that |d| is below the margin, but
 *       {@code DRIFT} if d is beyond the tolerance all the same; not shown {@code FAIL}, or {@code
 *       DRIFT} where d is beyond the margin on the better side.
 *   <li>Where nothing tells the spread, one run and no reference runs, {@code NOT_RUN}.
 * </ul>
 *
 * <p>The printed step of an average counts as at least 0.01 percent, because its parts were rounded
 * before.
 */
final class Reproduction {
  private final Gate.Reproduces gate;
  private final PublishedBaseline row;
  private final boolean higherIsBetter;

  Reproduction(Gate.Reproduces gate, PublishedBaseline row, Metric metric) {
    this.gate = gate;
    this.row = row;
    this.higherIsBetter = Movement.higherIsBetter(metric);
  }

  Trial.TrialGate decide(String name, double[] values, double[] reference) {
    RunSpread spread = RunSpread.of(values, reference);
    if (spread.degreesOfFreedom() == 0) {
      return outcome(
          name,
          Verdict.NOT_RUN,
          "one run and no stored reference runs tell no spread: give two or more --seeds",
          null);
    }
    double difference = spread.mean() - row.inMetricUnit();
    double slack = row.precisionInMetricUnit() / 2;
    double tolerance = slack + spread.reachOfOneMore(gate.level());
    Double margin = gate.margin();
    Equivalence test = spread.equivalence(difference, slack, margin, gate.level());
    boolean beyond = Math.abs(difference) > tolerance;
    boolean better = difference > 0 == higherIsBetter;
    Verdict verdict =
        margin == null
            ? beyond ? better ? Verdict.DRIFT : Verdict.FAIL : Verdict.PASS
            : withMargin(test, margin, beyond, better);
    String evidence =
        String.format(
            Locale.ROOT,
            "mean %.4f of %d runs against %s %s: %+.4f, tolerance %.4f (half a printed step %.5f"
                + " and the spread %.4f of runs); equivalent within %.4f%s",
            spread.mean(),
            values.length,
            row.value(),
            row.unit(),
            difference,
            tolerance,
            slack,
            spread.std(),
            test.least(),
            words(verdict, difference, beyond, better));
    return outcome(name, verdict, evidence, reproduced(spread.mean(), tolerance, test.least()));
  }

  private static Verdict withMargin(
      Equivalence test, double margin, boolean beyond, boolean better) {
    if (test.shown()) {
      return beyond ? Verdict.DRIFT : Verdict.PASS;
    }
    return better && Math.abs(test.difference()) > margin ? Verdict.DRIFT : Verdict.FAIL;
  }

  private String words(Verdict verdict, double difference, boolean beyond, boolean better) {
    Double margin = gate.margin();
    return switch (verdict) {
      case PASS, NOT_RUN -> "";
      case DRIFT -> better ? ", suspiciously better" : ", moved but inside the margin";
      case FAIL ->
          beyond
              ? ", too far off"
              : margin != null && Math.abs(difference) > margin
                  ? ", beyond the margin"
                  : ", not shown to be inside the margin";
    };
  }

  private Trial.Reproduced reproduced(double mean, double tolerance, double least) {
    return new Trial.Reproduced(
        row.id(),
        row.paper(),
        row.table(),
        row.value(),
        row.unit(),
        row.inMetricUnit(),
        mean,
        mean - row.inMetricUnit(),
        tolerance,
        least,
        row.source());
  }

  private Trial.TrialGate outcome(
      String name, Verdict verdict, String evidence, Trial.@Nullable Reproduced reproduced) {
    List<String> stages = gate.metrics().stream().map(StageMetric::stage).toList();
    return new Trial.TrialGate(
        name,
        stages,
        gate.claim(),
        verdict,
        evidence,
        gate.because(),
        true,
        List.of(),
        reproduced,
        null);
  }
}
