/**
 * One picture: pose, expression, wear, light, camera and sensor, from painted subject to pixels and
 * parameters.
 *
 * <p>May import: every other part of {@code face}.
 */
@NullMarked
package org.facerepro.face.scene;

import org.jspecify.annotations.NullMarked;
