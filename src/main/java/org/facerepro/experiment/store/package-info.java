/**
 * The care of an artifact store: what lies in it, whether it is sound, and what may go.
 *
 * <p>May import: {@code core} and {@code experiment}.
 */
@NullMarked
package org.facerepro.experiment.store;

import org.jspecify.annotations.NullMarked;
