/**
 * Two runs of one specification side by side, stage by stage: the same bytes, nearly the same
 * numbers, numbers that noise explains, or others.
 *
 * <p>May import: {@code core}, {@code image}, {@code data}, {@code metric}, {@code nn} for weights,
 * {@code experiment}.
 */
@NullMarked
package org.facerepro.experiment.repeat;

import org.jspecify.annotations.NullMarked;
