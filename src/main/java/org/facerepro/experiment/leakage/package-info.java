/**
 * Whether a test set of an experiment holds what its recogniser has learnt from: the same people,
 * the same pictures, nearly the same pictures.
 *
 * <p>May import: {@code core} to {@code train}, {@code experiment}.
 */
@NullMarked
package org.facerepro.experiment.leakage;

import org.jspecify.annotations.NullMarked;
