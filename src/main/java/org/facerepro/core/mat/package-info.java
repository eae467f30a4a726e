/**
 * MATLAB's MAT files of version 5, in which some protocols and face models are distributed: read,
 * and written for what the protocols need.
 *
 * <p>May import: {@code core}.
 */
@NullMarked
package org.facerepro.core.mat;

import org.jspecify.annotations.NullMarked;
