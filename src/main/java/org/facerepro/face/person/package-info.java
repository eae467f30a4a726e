/**
 * Who is drawn: traits, coefficients, colours, hair, the habits of the face.
 *
 * <p>May import: {@code face.law}, {@code face.draw}, {@code face.head}.
 */
@NullMarked
package org.facerepro.face.person;

import org.jspecify.annotations.NullMarked;
