/**
 * Generated subjects photographed as a published database was, in its tree and under its names, so
 * that the database's own reader reads them.
 *
 * <p>May import: {@code core}, {@code image}, {@code face}, {@code protocol.multipie}. All of it
 * counts in the key of a {@code multi-pie} stage.
 */
@NullMarked
package org.facerepro.experiment.photograph;

import org.jspecify.annotations.NullMarked;
