package org.facerepro.report.nightly;

import static org.facerepro.archive.compare.StageChange.Outcome.EQUAL;
import static org.facerepro.archive.compare.StageChange.Outcome.OTHER_BYTES;
import static org.facerepro.archive.compare.StageChange.Outcome.OTHER_WORK;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.facerepro.archive.compare.Change;
import org.facerepro.archive.compare.NumberChange;
import org.facerepro.archive.compare.NumberChange.Basis;
import org.facerepro.archive.compare.NumberChange.Significance;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.archive.compare.StageChange;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.ComparisonCounts;
import org.facerepro.metric.Interval;
import org.facerepro.metric.Metric;
import org.facerepro.metric.MetricEntry;
import org.facerepro.metric.MetricPath;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/** A run with one stage, one gate and numbers as a test wants them. */
record SmallRun(
    long seed, Verdict verdict, String key, @Nullable String payload, @Nullable Double auc) {
  static final String RERUN = "./facerepro run small";
  private static final double HALF = 0.01;

  static SmallRun with(long seed, double auc) {
    return new SmallRun(seed, Verdict.PASS, "key" + auc, "payload" + auc, auc);
  }

  RunResult result() {
    Map<String, MetricReport> reports = new LinkedHashMap<>();
    if (auc != null) {
      reports.put("faces", report(auc));
    }
    String notRun = auc == null ? "no set called faces" : null;
    return new RunResult(
        RunResult.SCHEMA,
        "small",
        "Small",
        "embedded",
        seed,
        "none",
        "none",
        verdict,
        List.of(
            new GateOutcome(
                "good", List.of("faces"), "faces.auc >= 0.5", verdict, "observed " + auc, "why")),
        List.of(new RunResult.StageRecord("faces", "verify", key, payload, notRun)),
        reports,
        Map.of(),
        Map.of(),
        null,
        null);
  }

  /**
   * Pairs this run with a later one, as a comparison of their archives would.
   *
   * @param significance of the difference of their areas
   */
  RunPair then(SmallRun now, Significance significance) {
    return then(now, significance, "auc");
  }

  /**
   * Does the same with another name for the number.
   *
   * @param gates those of the later run
   */
  RunPair then(SmallRun now, Significance significance, String metric, Gate... gates) {
    List<NumberChange> numbers =
        auc == null || now.auc == null
            ? List.of()
            : List.of(change(metric, auc, now.auc, significance));
    boolean same = Objects.equals(payload, now.payload);
    StageChange.Outcome bytes = key.equals(now.key) ? OTHER_BYTES : OTHER_WORK;
    RunComparison comparison =
        new RunComparison(
            RunComparison.SCHEMA,
            run(),
            now.run(),
            List.of(new Change("title", null, null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(new StageChange("faces", "verify", same ? EQUAL : bytes)),
            numbers);
    return new RunPair(result(), now.result(), comparison, List.of(gates), RERUN);
  }

  static NumberChange change(double before, double now, Significance significance) {
    return change("auc", before, now, significance);
  }

  private static NumberChange change(
      String metric, double before, double now, Significance significance) {
    double moved = now - before;
    Interval interval =
        new Interval(moved - HALF, moved + HALF, 0.95, Interval.Method.BOOTSTRAP_SUBJECT);
    return new NumberChange(
        "faces", metric, before, now, moved, interval, significance, Basis.PAIRED_BOOTSTRAP);
  }

  private RunComparison.Run run() {
    return new RunComparison.Run("file", "small", "embedded", seed, verdict);
  }

  private static MetricReport report(double auc) {
    MetricEntry entry =
        new MetricEntry(
            auc, null, null, null, null, null, null, null, 10, 10, 0, null, null, null, null, null,
            null, null);
    return MetricReport.of(
        new ComparisonCounts(10, 10, 0, 0, 20, 1),
        new TreeMap<>(
            Map.of(
                MetricPath.parse("auc").convention(), new TreeMap<>(Map.of(Metric.AUC, entry)))));
  }
}
