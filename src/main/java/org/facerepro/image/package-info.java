/**
 * Pixels: buffers, codecs, resize, similarity alignment, pixel augmentation, contact sheets.
 *
 * <p>May import: {@code core}, the JDK's image codecs.
 */
@NullMarked
package org.facerepro.image;

import org.jspecify.annotations.NullMarked;
