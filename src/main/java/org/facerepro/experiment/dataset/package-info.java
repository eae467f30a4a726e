/**
 * Face sets for people: written in the field's layouts, resumed, described by a card, previewed.
 *
 * <p>May import: {@code core}, {@code image}, {@code face}, {@code data}, {@code
 * experiment.generation}.
 */
@NullMarked
package org.facerepro.experiment.dataset;

import org.jspecify.annotations.NullMarked;
