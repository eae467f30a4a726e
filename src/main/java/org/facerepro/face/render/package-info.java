/**
 * Pictures of morphable models from files: instances in batches, a pinhole camera, soft light, and
 * smooth edges, as fast as the processor allows.
 *
 * <p>May import: {@code core}, {@code image}, {@code face.draw}, {@code face.model}.
 */
@NullMarked
package org.facerepro.face.render;

import org.jspecify.annotations.NullMarked;
