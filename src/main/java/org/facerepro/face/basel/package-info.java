/**
 * The Basel face image generator's configuration (V1.0) and illumination prior, read strictly, with
 * corrected or with the peer's effective meaning.
 *
 * <p>May import: every other part of {@code face}.
 */
@NullMarked
package org.facerepro.face.basel;

import org.jspecify.annotations.NullMarked;
