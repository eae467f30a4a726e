/**
 * Numbers of several seeds: mean, spread, intervals over seeds and over seeds and subjects,
 * comparison of arms, tests of difference and of equivalence.
 *
 * <p>May import: {@code core}, {@code metric}, the statistics library.
 */
@NullMarked
package org.facerepro.metric.trial;

import org.jspecify.annotations.NullMarked;
