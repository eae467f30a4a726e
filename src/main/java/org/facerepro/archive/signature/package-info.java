/**
 * Detached signatures of archives: Ed25519, as the Java platform brings it.
 *
 * <p>May import: {@code core}.
 */
@NullMarked
package org.facerepro.archive.signature;

import org.jspecify.annotations.NullMarked;
