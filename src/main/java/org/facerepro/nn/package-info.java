/**
 * Networks of face recognition on a tensor engine: the device they run on, backbones, margin
 * losses, and weights in the safetensors format.
 *
 * <p>May import: {@code core}, {@code image}, {@code face}, {@code data}, {@code metric}, {@code
 * protocol}, DJL.
 */
@NullMarked
package org.facerepro.nn;

import org.jspecify.annotations.NullMarked;
