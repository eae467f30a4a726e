/**
 * The files that the Basel generator writes beside its pictures: all render parameters ({@code
 * .rps}), one row of numbers ({@code .csv}), landmarks ({@code .tlms}).
 *
 * <p>May import: {@code core}, {@code face.truth}.
 */
@NullMarked
package org.facerepro.face.basel.file;

import org.jspecify.annotations.NullMarked;
