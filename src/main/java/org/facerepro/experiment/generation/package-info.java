/**
 * Rendering of face sets on all cores: work cut into pieces, written in order, shard by shard.
 *
 * <p>May import: {@code core}, {@code image}, {@code face}, {@code data}. All of it counts in the
 * key of a {@code generate} stage.
 */
@NullMarked
package org.facerepro.experiment.generation;

import org.jspecify.annotations.NullMarked;
