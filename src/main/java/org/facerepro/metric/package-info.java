/**
 * From similarities to numbers: ROC, operating points, k-fold accuracy, equal error rate, area,
 * intervals, and the report that carries each number with its convention and its counts.
 *
 * <p>May import: {@code core}, Jackson's annotations, Commons Statistics. Sees arrays and records
 * only, so that every number can be computed again from an archive without a tensor engine.
 */
@NullMarked
package org.facerepro.metric;

import org.jspecify.annotations.NullMarked;
