package org.facerepro.report.nightly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
}
