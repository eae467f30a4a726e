/**
 * The runs of one specification over its seeds taken together: numbers with their spread, gates
 * decided with confidence, drift against stored reference runs, published rows reproduced.
 *
 * <p>May import: {@code core}, {@code metric}, {@code experiment}.
 */
@NullMarked
package org.facerepro.experiment.trial;

import org.jspecify.annotations.NullMarked;
