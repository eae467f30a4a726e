package org.facerepro.experiment;

import java.util.List;

/**
 * A decided gate.
 *
 * @param gate its name in the specification
 * @param stages the verify stages it rests on
 * @param claim what had to hold
 * @param verdict what it came to
 * @param evidence the observed values, or why there are none
 * @param because the reason for the bound
 */
public record GateOutcome(
    String gate,
    List<String> stages,
    String claim,
    Verdict verdict,
    String evidence,
    String because) {

  public GateOutcome {
    stages = List.copyOf(stages);
  }

  /** Returns the same outcome with other evidence. */
  GateOutcome with(String told) {
    return new GateOutcome(gate, stages, claim, verdict, told, because);
  }
}
