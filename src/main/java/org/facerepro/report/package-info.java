/**
 * What people look at: text tables, SVG plots, contact sheets of a result.
 *
 * <p>May import: {@code core} to {@code archive}.
 */
@NullMarked
package org.facerepro.report;

import org.jspecify.annotations.NullMarked;
