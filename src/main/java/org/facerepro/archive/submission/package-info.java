/**
 * The folder of submitted results: its index, and the checker that every submission must pass.
 *
 * <p>May import: {@code core} to {@code experiment}, {@code archive}.
 */
@NullMarked
package org.facerepro.archive.submission;

import org.jspecify.annotations.NullMarked;
