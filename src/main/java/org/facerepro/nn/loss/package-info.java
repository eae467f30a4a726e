/**
 * What a face network is trained against: softmax over cosines with the field's margins, focal
 * weighting, triplets.
 *
 * <p>May import: {@code core}, DJL.
 */
@NullMarked
package org.facerepro.nn.loss;

import org.jspecify.annotations.NullMarked;
