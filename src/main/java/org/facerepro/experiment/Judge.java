package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.facerepro.core.Listing;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/** Decides all gates of an experiment on its reports. */
public final class Judge {
  private static final int SHOWN = 40;

  private Judge() {}

  /**
   * Decides the gates that one run can decide; those {@link Gate#overTrial() over the trial} are
   * left out.
   *
   * @param gates what must hold, by name
   * @param reports what was measured, by verify stage
   * @param missing says for a stage why it did not run; empty if it ran
   */
  public static List<GateOutcome> decide(
      Map<String, Gate> gates,
      Map<String, MetricReport> reports,
      Function<String, Optional<String>> missing) {
    List<GateOutcome> outcomes = new ArrayList<>();
    gates.forEach(
        (name, gate) -> {
          if (!gate.overTrial()) {
            GateOutcome outcome = gate.decide(name, path -> value(reports, path), missing);
            outcomes.add(
                outcome.verdict() == Verdict.FAIL ? named(outcome, gate, reports) : outcome);
          }
        });
    return List.copyOf(outcomes);
  }

  /** What fails because there is no such part says so, for only the files told. */
  private static GateOutcome named(
      GateOutcome outcome, Gate gate, Map<String, MetricReport> reports) {
    return gate.metrics().stream()
        .flatMap(metric -> unmeasured(metric, reports).stream())
        .findFirst()
        .map(outcome::with)
        .orElse(outcome);
  }

  /**
   * Says which parts a stage measured where a metric is of none of them.
   *
   * @param reports what was measured, by stage and part
   */
  public static Optional<String> unmeasured(StageMetric metric, Map<String, MetricReport> reports) {
    if (reports.containsKey(metric.report())) {
      return Optional.empty();
    }
    List<String> there =
        reports.keySet().stream()
            .filter(report -> StageMetric.stageOf(report).equals(metric.stage()))
            .toList();
    return Optional.of(
        "%s was not measured; there are: %s"
            .formatted(metric.report(), Listing.first(SHOWN, there)));
  }

  /** Decides the claims that one run can decide; see {@link ClaimOutcome#decide}. */
  public static @Nullable List<ClaimOutcome> claims(
      Map<String, Claim> claims, List<GateOutcome> gates) {
    Map<String, Verdict> verdicts = new HashMap<>();
    gates.forEach(gate -> verdicts.put(gate.gate(), gate.verdict()));
    return ClaimOutcome.decide(claims, verdicts);
  }

  /** Returns the worst of all gates, and {@code NOT_RUN} if any stage did not run. */
  public static Verdict verdict(List<GateOutcome> gates, List<RunResult.StageRecord> stages) {
    List<Verdict> verdicts = new ArrayList<>();
    gates.forEach(gate -> verdicts.add(gate.verdict()));
    stages.stream()
        .filter(stage -> stage.notRun() != null)
        .forEach(stage -> verdicts.add(Verdict.NOT_RUN));
    return Verdict.worst(verdicts);
  }

  private static OptionalDouble value(Map<String, MetricReport> reports, StageMetric metric) {
    MetricReport report = reports.get(metric.report());
    return report == null ? OptionalDouble.empty() : report.value(metric.path());
  }
}
