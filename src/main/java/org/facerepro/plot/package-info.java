/**
 * Numbers as SVG text: a frame with axes, curves, bars and a legend; tables of coloured cells.
 * Apart from pictures, because a plot drawn otherwise must not make stored faces those of other
 * code.
 *
 * <p>Own code instead of a plotting library: those for the JVM measure text with desktop fonts that
 * servers do not have, and their files change from release to release; these are bytes that depend
 * on the numbers alone. May import: {@code core}.
 */
@NullMarked
package org.facerepro.plot;

import org.jspecify.annotations.NullMarked;
