/**
 * The {@code facerepro} command: argument parsing, progress on the terminal, wiring, exit codes.
 *
 * <p>May import: every other package, picocli, the progress bar library.
 */
@NullMarked
package org.facerepro.cli;

import org.jspecify.annotations.NullMarked;
