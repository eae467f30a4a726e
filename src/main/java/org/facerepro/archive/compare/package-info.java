/**
 * What changed between two stored runs: specification, environment, data, stages and numbers.
 *
 * <p>May import: {@code core} to {@code experiment}, {@code archive}.
 */
@NullMarked
package org.facerepro.archive.compare;

import org.jspecify.annotations.NullMarked;
