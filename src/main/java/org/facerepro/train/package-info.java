/**
 * Training of face recognisers and extraction of embeddings: specifications, input, optimiser,
 * checkpoints, whitening.
 *
 * <p>May import: {@code core}, {@code image}, {@code plot}, {@code face}, {@code data}, {@code
 * metric}, {@code protocol}, {@code nn}, DJL.
 */
@NullMarked
package org.facerepro.train;

import org.jspecify.annotations.NullMarked;
