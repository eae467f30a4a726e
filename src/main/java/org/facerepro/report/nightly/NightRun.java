package org.facerepro.report.nightly;

import org.facerepro.experiment.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One run of a night.
 *
 * @param experiment id of the specification
 * @param scale embedded, sample or paper
 * @param seed root seed
 * @param verdict what it came to; {@code FAIL} where it ended with an error
 * @param archive its archive, relative to the folder of all nights; absent where there is none
 * @param against the archive it was held against; absent where there is no earlier one
 * @param error what stopped it; absent if nothing did
 */
public record NightRun(
    String experiment,
    String scale,
    long seed,
    Verdict verdict,
    @Nullable String archive,
    @Nullable String against,
    @Nullable String error) {}
