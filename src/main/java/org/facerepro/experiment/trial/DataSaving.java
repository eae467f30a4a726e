package org.facerepro.experiment.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facerepro.experiment.SavesData;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.Interval;
import org.facerepro.metric.trial.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much data a method saves. Means and errors are those of the logarithm of the factor,
 * so that saving half and needing twice as much are equally far from saving nothing.
 */
final class DataSaving {
  private final SavesData gate;
  private final TrialScores scores;

  DataSaving(SavesData gate, TrialScores scores) {
    this.gate = gate;
    this.scores = scores;
  }

  Trial.TrialGate decide(String name) {
    if (scores.seeds() < 2) {
      return outcome(
          name, Verdict.NOT_RUN, "one seed says nothing of others: give two or more", null);
    }
    Estimate logarithm =
        scores.estimate(gate.metrics(), values -> StrictMath.log(gate.saved(values)));
    double least = StrictMath.exp(logarithm.atLeast(gate.level()).orElseThrow());
    Trial.Saved saved =
        new Trial.Saved(
            gate.amount(),
            StrictMath.exp(logarithm.mean()),
            logarithm.interval(Trials.LEVEL).map(DataSaving::factors).orElse(null),
            bounded());
    boolean holds = least > gate.factor();
    return outcome(name, holds ? Verdict.PASS : Verdict.FAIL, evidence(saved, least, holds), saved);
  }

  private int bounded() {
    List<double[]> columns =
        gate.metrics().stream().map(metric -> scores.complete(metric).orElseThrow()).toList();
    int bounded = 0;
    for (int s = 0; s < scores.seeds(); s++) {
      int seed = s;
      double[] values = columns.stream().mapToDouble(column -> column[seed]).toArray();
      bounded += gate.reached(values) ? 0 : 1;
    }
    return bounded;
  }

  private static Interval factors(Interval logarithms) {
    return new Interval(
        StrictMath.exp(logarithms.low()),
        StrictMath.exp(logarithms.high()),
        logarithms.level(),
        logarithms.method());
  }

  private String evidence(Trial.Saved saved, double least, boolean holds) {
    String interval =
        Optional.ofNullable(saved.interval())
            .map(i -> String.format(Locale.ROOT, " (95 %% %.2f to %.2f)", i.low(), i.high()))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%.2f times as much%s over %d seeds, at least %.2f with %s %% confidence%s%s",
        saved.factor(),
        interval,
        scores.seeds(),
        least,
        TrialJudge.percent(gate.level()),
        saved.bounded() == 0
            ? ""
            : "; with "
                + saved.bounded()
                + " seeds the curve does not get there and its end counts",
        holds ? "" : "; not shown to be above " + gate.factor());
  }

  private Trial.TrialGate outcome(
      String name, Verdict verdict, String evidence, Trial.@Nullable Saved saved) {
    List<String> stages = gate.metrics().stream().map(StageMetric::stage).distinct().toList();
    return new Trial.TrialGate(
        name,
        stages,
        gate.claim(),
        verdict,
        evidence,
        gate.because(),
        true,
        List.of(),
        null,
        saved);
  }
}
