/**
 * The built-in synthetic face generator: a parametric head made by code, painted subjects, camera,
 * light and an anti-aliased rasteriser.
 *
 * <p>Head space is in millimetres: x to the right of the picture, y up, z towards the viewer, the
 * origin between the eyes' heights and behind the face. May import: {@code core}, {@code image}.
 */
@NullMarked
package org.facerepro.face;

import org.jspecify.annotations.NullMarked;
