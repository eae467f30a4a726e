/**
 * Pictures and people that two sets of faces have in common: the same id, the same pixels, nearly
 * the same picture.
 *
 * <p>May import: {@code core}, {@code image}, {@code data}, Jackson's annotations.
 */
@NullMarked
package org.facerepro.data.leak;

import org.jspecify.annotations.NullMarked;
