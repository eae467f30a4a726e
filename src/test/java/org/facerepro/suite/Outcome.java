package org.facerepro.suite;

import java.util.List;
import java.util.stream.Stream;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;

/**
 * What a case came to, be it a run or a trial.
 *
 * @param verdict its verdict
 * @param gates its gates
 * @param notRun why stages did not run; empty if all did
 * @param report the evidence for people
 */
record Outcome(Verdict verdict, List<Gate> gates, List<String> notRun, String report) {
  Outcome {
    gates = List.copyOf(gates);
    notRun = List.copyOf(notRun);
  }

  /** A decided gate. */
  record Gate(String name, String claim, Verdict verdict, String evidence) {
    @Override
    public String toString() {
      return "%s: %s, %s".formatted(name, claim, evidence);
    }
  }

  static Outcome of(RunResult result, String report) {
    return new Outcome(
        result.verdict(),
        result.gates().stream()
            .map(gate -> new Gate(gate.gate(), gate.claim(), gate.verdict(), gate.evidence()))
            .toList(),
        notRun(Stream.of(result)),
        report);
  }

  static Outcome of(Trial trial, List<RunResult> runs, String report) {
    return new Outcome(
        trial.verdict(),
        trial.gates().stream()
            .map(gate -> new Gate(gate.gate(), gate.claim(), gate.verdict(), gate.evidence()))
            .toList(),
        notRun(runs.stream()),
        report);
  }

  private static List<String> notRun(Stream<RunResult> runs) {
    return runs.flatMap(run -> run.stages().stream())
        .flatMap(stage -> Stream.ofNullable(stage.notRun()))
        .distinct()
        .toList();
  }

  /** Returns the gates that came to a verdict. */
  Stream<Gate> gates(Verdict wanted) {
    return gates.stream().filter(gate -> gate.verdict() == wanted);
  }
}
