package org.facerepro.report.nightly;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.experiment.Verdict;

/**
 * What a night came to.
 *
 * @param schema {@code facerepro/nightly/v1}
 * @param id name of its folder: when it began, in UTC
 * @param tag what was run
 * @param scale embedded, sample or paper
 * @param revision git revision of the project
 * @param verdict worst verdict of all runs
 * @param runs the runs in running order
 * @param trials the runs of each experiment together
 * @param alarms what moved
 */
public record Night(
    String schema,
    String id,
    String tag,
    String scale,
    String revision,
    Verdict verdict,
    List<NightRun> runs,
    List<NightTrial> trials,
    List<Alarm> alarms) {

  public static final String SCHEMA = "facerepro/nightly/v1";

  public Night {
    Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
    runs = List.copyOf(runs);
    trials = List.copyOf(trials);
    alarms = List.copyOf(alarms);
  }

  /**
   * The alarms of a night in a file of their own.
   *
   * @param schema {@code facerepro/alarms/v1}
   * @param night id of the night
   * @param alarms what moved; empty if nothing did
   */
  public record Alarms(String schema, String night, List<Alarm> alarms) {
    public static final String SCHEMA = "facerepro/alarms/v1";

    public Alarms {
      Require.that(schema.equals(SCHEMA), "schema", SCHEMA, schema);
      alarms = List.copyOf(alarms);
    }
  }

  /** Returns the alarms alone. */
  public Alarms alarmsAlone() {
    return new Alarms(Alarms.SCHEMA, id, alarms);
  }
}
