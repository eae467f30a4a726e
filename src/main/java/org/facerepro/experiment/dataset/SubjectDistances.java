package org.facerepro.experiment.dataset;

import java.util.List;
import org.facerepro.core.Require;

/**
 * How far subjects lie from their nearest neighbour: the root mean square difference of their
 * coefficients of shape and colour, as the minimum distance of a specification counts it.
 *
 * @param compared subjects compared, each with all others of them; the first ones of a large set
 * @param coefficients coefficients of a subject
 * @param smallest distance of the two subjects most alike
 * @param one one of these two
 * @param other the other
 * @param fifthPercentile distance that 5 % of the subjects have a nearer neighbour than
 * @param median the same for half of them
 * @param largest distance of the loneliest subject to its nearest neighbour
 */
public record SubjectDistances(
    int compared,
    int coefficients,
    double smallest,
    String one,
    String other,
    double fifthPercentile,
    double median,
    double largest) {
  public SubjectDistances {
    Require.between("compared", compared, 2, Integer.MAX_VALUE);
  }

  /** What a picture's annotations call the coefficients that count. */
  static final List<String> SPACES = List.of("shape", "colour");
}
