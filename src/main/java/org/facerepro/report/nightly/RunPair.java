package org.facerepro.report.nightly;

import org.facerepro.experiment.RunResult;

/**
 * A run of tonight and the last archived one of the same experiment, scale and seed.
 *
 * @param before the last one
 * @param now tonight's
 * @param rerun the command that does tonight's again
 */
public record RunPair(RunResult before, RunResult now, String rerun) {}
