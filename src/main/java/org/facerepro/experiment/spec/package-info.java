/**
 * What there is to say about specifications as such: their JSON Schema.
 *
 * <p>May import: {@code core}, {@code experiment}.
 */
@NullMarked
package org.facerepro.experiment.spec;

import org.jspecify.annotations.NullMarked;
