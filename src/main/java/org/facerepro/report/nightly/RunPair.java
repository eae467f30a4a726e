package org.facerepro.report.nightly;

import java.util.Collection;
import java.util.List;
import org.facerepro.archive.compare.RunComparison;
import org.facerepro.experiment.Gate;
import org.facerepro.experiment.RunResult;

/**
 * A run of tonight and the last archived one of the same experiment, scale and seed.
 *
 * @param before the last one
 * @param now tonight's
 * @param comparison what changed from the one to the other
 * @param gates those of tonight's specification
 * @param rerun the command that does tonight's again
 */
public record RunPair(
    RunResult before,
    RunResult now,
    RunComparison comparison,
    Collection<Gate> gates,
    String rerun) {
  public RunPair {
    gates = List.copyOf(gates);
  }
}
