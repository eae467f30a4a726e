package org.facerepro.report.nightly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facerepro.experiment.Verdict;
import org.facerepro.experiment.trial.Trial;

/** Holds the runs of a night against the last ones and gathers what is otherwise. */
public final class Watch {
  private Watch() {}

  /** Returns the alarms of pairs of runs, which may be of several experiments and scales. */
  public static List<Alarm> alarms(List<RunPair> pairs) {
    List<Alarm> alarms = new ArrayList<>();
    Map<String, List<RunPair>> byExperiment = new LinkedHashMap<>();
    for (RunPair pair : pairs) {
      alarms.addAll(RunWatch.alarms(pair));
      byExperiment
          .computeIfAbsent(
              pair.now().experiment() + " " + pair.now().scale(), name -> new ArrayList<>())
          .add(pair);
    }
    byExperiment.values().forEach(same -> alarms.addAll(NumberWatch.alarms(same)));
    return alarms;
  }

  /**
   * Returns the alarms of a trial: gates that drifted from the reference runs that people accepted.
   * They are raised every night until the numbers are back or the new ones are accepted, so that a
   * slow drift is seen which no night shows against the one before.
   *
   * @param rerun the command that runs the trial again on this machine
   */
  public static List<Alarm> alarms(Trial trial, String rerun) {
    return trial.gates().stream()
        .filter(gate -> gate.verdict() == Verdict.DRIFT)
        .map(
            gate ->
                new Alarm(
                    Alarm.Kind.DRIFT,
                    trial.experiment(),
                    trial.scale(),
                    trial.seeds(),
                    "gate " + gate.gate(),
                    gate.claim(),
                    gate.verdict().toString(),
                    gate.evidence(),
                    rerun))
        .toList();
  }

  /**
   * Returns the alarms of gates that came to a worse verdict than in the last trial.
   *
   * @param rerun the command that runs the new trial again on this machine
   */
  public static List<Alarm> alarms(Trial before, Trial now, String rerun) {
    return TrialWatch.alarms(before, now, rerun);
  }
}
