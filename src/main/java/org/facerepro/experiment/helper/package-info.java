/**
 * Several processes that make the artifacts of the same runs in one store: how they share the
 * machine, how they are started, and how they end.
 *
 * <p>May import: {@code core}, {@code nn} for the choice of a device, and {@code experiment}.
 */
@NullMarked
package org.facerepro.experiment.helper;

import org.jspecify.annotations.NullMarked;
