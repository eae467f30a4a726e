/**
 * Result archives that prove themselves: packed reproducibly, checked byte for byte, and measured
 * again from the scores they hold.
 *
 * <p>May import: {@code core} to {@code experiment}, Commons Compress.
 */
@NullMarked
package org.facerepro.archive;

import org.jspecify.annotations.NullMarked;
