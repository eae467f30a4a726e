/**
 * Laws of probability, the controls of the generator that follow them, and how one picture's values
 * are drawn: each control from a random stream of its own.
 *
 * <p>May import: {@code core} only.
 */
@NullMarked
package org.facerepro.face.law;

import org.jspecify.annotations.NullMarked;
