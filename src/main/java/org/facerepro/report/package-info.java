/**
 * What people look at: text tables, SVG plots, contact sheets of a result.
 *
 * <p>May import: {@code core} to {@code archive}. Plots are written as plain SVG text: the plotting
 * libraries of the JVM need fonts of the desktop, which servers and containers do not have.
 */
@NullMarked
package org.facerepro.report;

import org.jspecify.annotations.NullMarked;
