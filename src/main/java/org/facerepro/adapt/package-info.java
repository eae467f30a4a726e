/**
 * Adaptation of trained networks to faces of another kind without labels and without learning.
 *
 * <p>May import: {@code core}, {@code image}, {@code face}, {@code data}, {@code metric}, {@code
 * protocol}, {@code nn}, {@code train}, DJL.
 */
@NullMarked
package org.facerepro.adapt;

import org.jspecify.annotations.NullMarked;
