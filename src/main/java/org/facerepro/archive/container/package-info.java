/**
 * The outer form of an archive: a tar file in gzip whose bytes depend on names and contents alone,
 * written in one pass and read without trust.
 *
 * <p>May import: {@code core}.
 */
@NullMarked
package org.facerepro.archive.container;

import org.jspecify.annotations.NullMarked;
