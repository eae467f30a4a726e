package org.facerepro.report.nightly;

import java.util.List;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.report.nightly.Alarm.Kind;

/**
 * Holds a trial against the last archived one of the same seeds: the verdicts of the gates that
 * only a trial decides. The others are watched run by run, drifts by {@link Watch}.
 */
final class TrialWatch {
  private TrialWatch() {}

  static List<Alarm> alarms(Trial before, Trial now, String rerun) {
    return now.gates().stream()
        .filter(Trial.TrialGate::overTrial)
        .filter(gate -> gate.verdict() != Verdict.DRIFT)
        .flatMap(
            gate ->
                before.gates().stream()
                    .filter(last -> last.gate().equals(gate.gate()))
                    .filter(last -> gate.verdict().compareTo(last.verdict()) > 0)
                    .map(last -> alarm(now, last, gate, rerun)))
        .toList();
  }

  private static Alarm alarm(
      Trial trial, Trial.TrialGate before, Trial.TrialGate now, String rerun) {
    return new Alarm(
        Kind.VERDICT,
        trial.experiment(),
        trial.scale(),
        trial.seeds(),
        "gate " + now.gate(),
        before.verdict() + ", " + before.evidence(),
        now.verdict() + ", " + now.evidence(),
        now.claim(),
        rerun);
  }
}
