/**
 * Labelled faces and what is made of them, on disk: face sets as tar shards, image trees in folders
 * and archives, NumPy arrays, embeddings.
 *
 * <p>May import: {@code core}, {@code image}, {@code face}, Commons Compress, Jackson's tree.
 */
@NullMarked
package org.facerepro.data;

import org.jspecify.annotations.NullMarked;
