/**
 * What every other package stands on: seeds, hashes, strict reading and stable writing of values,
 * atomic files, progress, and the few exceptions.
 *
 * <p>May import: the JDK, Jackson, SnakeYAML, SLF4J. Imports no other package of FaceRepro.
 */
@NullMarked
package org.facerepro.core;

import org.jspecify.annotations.NullMarked;
