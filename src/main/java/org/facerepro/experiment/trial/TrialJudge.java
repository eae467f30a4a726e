package org.facerepro.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facerepro.experiment.CompletedRun;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.GateRelation;
import org.facerepro.experiment.Judge;
import org.facerepro.experiment.SavesData;
import org.facerepro.experiment.StageMetric;
import org.facerepro.experiment.Verdict;
import org.facerepro.metric.trial.Estimate;

/** Decides every gate of a specification over all its runs. */
final class TrialJudge {
  private final ExperimentSpec spec;
  private final List<CompletedRun> runs;
  private final TrialScores scores;
  private final Known known;
  private final Reference reference;

  TrialJudge(
      ExperimentSpec spec,
      List<CompletedRun> runs,
      TrialScores scores,
      Known known,
      Reference reference) {
    this.spec = spec;
    this.runs = runs;
    this.scores = scores;
    this.known = known;
    this.reference = reference;
  }

  List<Trial.TrialGate> decide() {
    List<Trial.TrialGate> gates = new ArrayList<>();
    spec.gates().forEach((name, gate) -> gates.add(drift(gate, decide(name, gate))));
    return gates;
  }

  private Trial.TrialGate decide(String name, Gate gate) {
    if (!gate.overTrial()) {
      return runByRun(name, gate);
    }
    for (StageMetric metric : gate.metrics()) {
      Optional<String> missing = scores.missing(metric.stage());
      if (missing.isPresent()) {
        return gate(name, gate, Verdict.NOT_RUN, missing.get());
      }
      if (scores.complete(metric).isEmpty()) {
        return gate(name, gate, Verdict.FAIL, absence(metric));
      }
    }
    if (gate instanceof SavesData saves) {
      return new DataSaving(saves, scores).decide(name);
    }
    return gate instanceof Gate.Reproduces reproduces
        ? reproduced(name, reproduces)
        : related(name, gate, (GateRelation) gate);
  }

  private String absence(StageMetric metric) {
    return runs.stream()
        .flatMap(run -> Judge.unmeasured(metric, run.result().reports()).stream())
        .findFirst()
        .orElse(metric + " has no value in some run");
  }

  /** A gate that each run decides holds if it holds in every run. */
  private Trial.TrialGate runByRun(String name, Gate gate) {
    List<GateOutcome> outcomes =
        runs.stream()
            .flatMap(run -> run.result().gates().stream())
            .filter(outcome -> outcome.gate().equals(name))
            .toList();
    Verdict verdict = Verdict.worst(outcomes.stream().map(GateOutcome::verdict).toList());
    String evidence =
        outcomes.stream().map(GateOutcome::evidence).distinct().collect(Collectors.joining("; "));
    return gate(name, gate, verdict, evidence);
  }

  private Trial.TrialGate related(String name, Gate gate, GateRelation relation) {
    double confidence = Objects.requireNonNull(relation.confidence());
    if (scores.seeds() < 2) {
      return gate(
          name, gate, Verdict.NOT_RUN, "one seed says nothing of others: give two or more --seeds");
    }
    List<Trial.Comparison> comparisons =
        relation.steps().stream().map(step -> compare(gate, step, confidence)).toList();
    boolean holds = comparisons.stream().allMatch(Trial.Comparison::holds);
    String evidence =
        comparisons.stream()
            .map(each -> evidence(each, confidence))
            .collect(Collectors.joining("; "));
    return new Trial.TrialGate(
        name,
        stages(gate),
        gate.claim(),
        holds ? Verdict.PASS : Verdict.FAIL,
        evidence,
        gate.because(),
        true,
        comparisons,
        null,
        null);
  }

  private Trial.Comparison compare(Gate gate, GateRelation.Step step, double confidence) {
    StageMetric above = gate.metrics().get(step.above());
    StageMetric below = gate.metrics().get(step.below());
    Estimate difference =
        scores.difference(
            above,
            scores.complete(above).orElseThrow(),
            below,
            scores.complete(below).orElseThrow());
    boolean holds =
        step.strict()
            ? difference.atLeast(confidence).orElseThrow() > 0
            : difference.atMost(confidence).orElseThrow() >= 0;
    return new Trial.Comparison(
        above.toString(),
        below.toString(),
        step.strict(),
        difference,
        difference.p().orElseThrow(),
        holds);
  }

  private static String evidence(Trial.Comparison each, double confidence) {
    Estimate difference = each.difference();
    return String.format(
        Locale.ROOT,
        "%s - %s = %+.4f over %d seeds, %s %.4f with %s %% confidence (p = %.4f)%s",
        each.above(),
        each.below(),
        difference.mean(),
        difference.seeds(),
        each.strict() ? "at least" : "at most",
        (each.strict() ? difference.atLeast(confidence) : difference.atMost(confidence))
            .orElseThrow(),
        percent(confidence),
        each.p(),
        each.holds() ? "" : each.strict() ? ", not shown to be above 0" : ", below 0");
  }

  static String percent(double confidence) {
    return String.format(Locale.ROOT, "%.4g", 100 * confidence).replaceAll("\\.?0+$", "");
  }

  private Trial.TrialGate reproduced(String name, Gate.Reproduces gate) {
    StageMetric metric = gate.metrics().get(0);
    Reproduction reproduction =
        new Reproduction(gate, known.row(name, gate), metric.path().metric());
    return reproduction.decide(
        name,
        scores.complete(metric).orElseThrow(),
        reference.values(metric.toString()).orElseGet(() -> new double[0]));
  }

  /** A gate that holds is a drift where one of its numbers moved against the reference runs. */
  private Trial.TrialGate drift(Gate gate, Trial.TrialGate decided) {
    if (decided.verdict() != Verdict.PASS) {
      return decided;
    }
    String moved =
        gate.metrics().stream()
            .flatMap(metric -> movement(metric).stream())
            .collect(Collectors.joining("; "));
    return moved.isEmpty()
        ? decided
        : new Trial.TrialGate(
            decided.gate(),
            decided.stages(),
            decided.claim(),
            Verdict.DRIFT,
            decided.evidence() + "; " + moved,
            decided.because(),
            decided.overTrial(),
            decided.comparisons(),
            decided.reproduced(),
            decided.saved());
  }

  private Optional<String> movement(StageMetric metric) {
    double[] now =
        scores.values(metric).values().stream().mapToDouble(Double::doubleValue).toArray();
    String name = metric.toString();
    return Movement.of(name, metric.path().metric(), now, reference.values(name));
  }

  private static Trial.TrialGate gate(String name, Gate gate, Verdict verdict, String evidence) {
    return new Trial.TrialGate(
        name,
        stages(gate),
        gate.claim(),
        verdict,
        evidence,
        gate.because(),
        gate.overTrial(),
        List.of(),
        null,
        null);
  }

  private static List<String> stages(Gate gate) {
    return gate.metrics().stream().map(StageMetric::stage).distinct().toList();
  }
}
