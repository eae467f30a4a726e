package org.facerepro.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * A unit of branches in Torch 7's form (Szegedy et al. 2015), every convolution normalised and
 * rectified: 1×1 then 3×3, 1×1 then 5×5, pooling then 1×1, and 1×1 alone. A width of 0 leaves a
 * branch out; pooling without a convolution behind it keeps its channels.
 *
 * @param reduce3 channels before the 3×3 convolution
 * @param reduce5 channels before the 5×5 convolution
 * @param project channels behind the pooling
 * @param single channels of the 1×1 branch
 * @param stride of the 3×3 and 5×5 convolutions
 */
record Inception(
    int reduce3,
    int out3,
    int reduce5,
    int out5,
    Pooling pooling,
    int project,
    int single,
    int stride) {

  /** What the third branch begins with. */
  enum Pooling {
    MAX,
    /** Root of the sum of squares. */
    ROOT
  }

  /**
   * Returns the unit.
   *
   * @param padded whether pooling keeps the stride of the unit, and maxima see a border of one
   *     pixel; else maxima step by 2 and roots by 3, and small maps come out
   */
  Branches block(boolean padded) {
    List<Named> branches = new ArrayList<>();
    branches.add(branch(branches, wide(reduce3, out3, 3)));
    if (out5 > 0) {
      branches.add(branch(branches, wide(reduce5, out5, 5)));
    }
    List<Named> pooled = new ArrayList<>();
    pooled.add(new Named("1_pool", pool(padded)));
    if (project > 0) {
      pooled.addAll(rectified(project, 1, 1, 2));
    }
    branches.add(branch(branches, pooled));
    if (single > 0) {
      branches.add(branch(branches, rectified(single, 1, 1, 1)));
    }
    return new Branches(branches);
  }

  private static Named branch(List<Named> before, List<Named> links) {
    return new Named("seq_list." + before.size(), new Chain(links));
  }

  private List<Named> wide(int reduce, int out, int kernel) {
    List<Named> links = new ArrayList<>(rectified(reduce, 1, 1, 1));
    links.addAll(rectified(out, kernel, stride, 4));
    return links;
  }

  private static List<Named> rectified(int out, int kernel, int stride, int number) {
    Conv conv = Conv.of(out, kernel, stride).withBias();
    return List.of(
        new Named("", new ConvNorm(conv, number + "_conv", (number + 1) + "_bn")),
        new Named((number + 2) + "_relu", Op.relu()));
  }

  private Op pool(boolean padded) {
    if (pooling == Pooling.ROOT) {
      return Op.rootPool(3, padded ? 1 : 3);
    }
    return padded ? Op.maxPool(3, stride, 1) : Op.maxPool(3, 2, 0);
  }
}
