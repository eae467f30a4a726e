package org.facerepro.experiment;

/**
 * A decided gate.
 *
 * @param gate its name in the specification
 * @param claim what had to hold
 * @param verdict what it came to
 * @param evidence the observed values, or why there are none
 * @param because the reason for the bound
 */
public record GateOutcome(
    String gate, String claim, Verdict verdict, String evidence, String because) {}
