/**
 * Experiments: specifications, the graph of stages, the content-addressed artifact store, resuming
 * runs, gates and verdicts.
 *
 * <p>May import: {@code core} to {@code attribute}. Imports no tensor engine type: stages reach it
 * through {@code train}.
 */
@NullMarked
package org.facerepro.experiment;

import org.jspecify.annotations.NullMarked;
