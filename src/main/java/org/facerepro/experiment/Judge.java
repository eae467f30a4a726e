package org.facerepro.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.facerepro.metric.MetricReport;
import org.jspecify.annotations.Nullable;

/** Decides all gates of an experiment on its reports. */
public final class Judge {
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
            outcomes.add(gate.decide(name, path -> value(reports, path), missing));
          }
        });
    return List.copyOf(outcomes);
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
