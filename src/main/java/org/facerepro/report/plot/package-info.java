/**
 * Plots as SVG text: receiver operating characteristics, detection error trade-offs, cumulative
 * match characteristics, histograms of similarities.
 *
 * <p>May import: {@code core}, {@code plot}, {@code metric}, Commons Statistics.
 */
@NullMarked
package org.facerepro.report.plot;

import org.jspecify.annotations.NullMarked;
