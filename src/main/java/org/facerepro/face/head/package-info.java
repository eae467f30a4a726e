/**
 * The built-in head: its mean surface, the displacements of every shape and expression component,
 * where things are on it.
 *
 * <p>May import: {@code face.draw}.
 */
@NullMarked
package org.facerepro.face.head;

import org.jspecify.annotations.NullMarked;
