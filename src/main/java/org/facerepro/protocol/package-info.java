/**
 * Verification protocols: official lists in, comparisons and aligned faces out, similarities back
 * in as scores.
 *
 * <p>May import: {@code core}, {@code image}, {@code data}, {@code metric}. Which protocols there
 * are, where their files lie and how to get them stands in the declarations of {@code protocols/}.
 */
@NullMarked
package org.facerepro.protocol;

import org.jspecify.annotations.NullMarked;
