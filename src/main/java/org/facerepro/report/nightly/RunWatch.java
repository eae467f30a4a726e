package org.facerepro.report.nightly;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.archive.compare.StageChange;
import org.facerepro.experiment.GateOutcome;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Verdict;
import org.facerepro.report.nightly.Alarm.Kind;

/** Holds one run against the last one in all that needs no statistics: verdicts, bytes, stages. */
final class RunWatch {
  private final RunPair pair;
  private final List<Alarm> alarms = new ArrayList<>();

  private RunWatch(RunPair pair) {
    this.pair = pair;
  }

  static List<Alarm> alarms(RunPair pair) {
    RunWatch watch = new RunWatch(pair);
    watch.verdicts();
    watch.bytes();
    watch.gone();
    return watch.alarms;
  }

  /** A gate that is new or gone is a change of the specification and no alarm. */
  private void verdicts() {
    for (GateOutcome now : pair.now().gates()) {
      pair.before().gates().stream()
          .filter(before -> before.gate().equals(now.gate()))
          .filter(before -> worse(before.verdict(), now.verdict()))
          .forEach(before -> gate(before, now));
    }
    if (alarms.isEmpty() && worse(pair.before().verdict(), pair.now().verdict())) {
      raise(
          Kind.VERDICT,
          "the run",
          pair.before().verdict().toString(),
          pair.now().verdict().toString(),
          "no gate of both runs is worse: see the gates and stages of tonight's report");
    }
  }

  private void gate(GateOutcome before, GateOutcome now) {
    raise(
        Kind.VERDICT,
        "gate " + now.gate(),
        before.verdict() + ", " + before.evidence(),
        now.verdict() + ", " + now.evidence(),
        now.claim());
  }

  private static boolean worse(Verdict before, Verdict now) {
    return now.compareTo(before) > 0;
  }

  private void bytes() {
    for (StageChange stage : pair.comparison().stages()) {
      if (stage.outcome() == StageChange.Outcome.OTHER_BYTES) {
        raise(
            Kind.BYTES,
            "stage " + stage.stage(),
            payload(pair.before(), stage.stage()),
            payload(pair.now(), stage.stage()),
            "the key is the same, so nothing that could change the bytes has changed");
      }
    }
  }

  private static String payload(RunResult run, String stage) {
    return run.stage(stage).map(RunResult.StageRecord::payload).orElse("none");
  }

  private void gone() {
    for (String stage : pair.before().reports().keySet()) {
      if (!pair.now().reports().containsKey(stage)) {
        String reason =
            pair.now()
                .stage(stage)
                .map(RunResult.StageRecord::notRun)
                .orElse("the specification no longer has the stage");
        raise(Kind.GONE, "stage " + stage, "measured", "not measured", reason);
      }
    }
  }

  private void raise(Kind kind, String about, String before, String now, String evidence) {
    RunResult run = pair.now();
    alarms.add(
        new Alarm(
            kind,
            run.experiment(),
            run.scale(),
            List.of(run.seed()),
            about,
            before,
            now,
            evidence,
            pair.rerun()));
  }
}
