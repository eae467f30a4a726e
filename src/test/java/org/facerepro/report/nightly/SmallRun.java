package org.facerepro.report.nightly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.ComparisonCounts;
import org.facerepro.metric.Convention;
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
        Map.of());
  }

  /** Returns a number with an interval of ± 0.01. */
  static MetricEntry entry(double value) {
    return bare(value)
        .withInterval(
            new Interval(value - HALF, value + HALF, 0.95, Interval.Method.BOOTSTRAP_SUBJECT));
  }

  /** Returns a number without an interval. */
  static MetricEntry bare(double value) {
    return new MetricEntry(
        value, null, null, null, null, null, null, null, 10, 10, 0, null, null, null, null, null,
        null, null);
  }

  private static MetricReport report(double auc) {
    Convention convention = MetricPath.parse("auc").convention();
    return MetricReport.of(
        new ComparisonCounts(10, 10, 0, 0, 20, 1),
        new TreeMap<>(Map.of(convention, new TreeMap<>(Map.of(Metric.AUC, entry(auc))))));
  }
}
