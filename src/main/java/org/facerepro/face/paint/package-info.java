/**
 * A subject's surface: skin, features and hair in a texture, eyes and mouth by formula.
 *
 * <p>May import: {@code face.draw}, {@code face.head}, {@code face.person}.
 */
@NullMarked
package org.facerepro.face.paint;

import org.jspecify.annotations.NullMarked;
