/**
 * Nights: what ran, against what it is held, and what raises an alarm.
 *
 * <p>May import: {@code core} to {@code archive}, and {@code report}.
 */
@NullMarked
package org.facerepro.report.nightly;

import org.jspecify.annotations.NullMarked;
