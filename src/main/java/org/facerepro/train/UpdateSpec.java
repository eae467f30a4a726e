package org.facerepro.train;

import java.util.List;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * How often, how far and where the optimiser changes weights; everything may be left out.
 *
 * <p>The head is what a training needs and a model does not: the class centres, and the layers of
 * the network named here. The body is the rest of the network.
 *
 * @param accumulate batches whose gradients are averaged into one update; 1 if absent
 * @param clipNorm greatest length of all gradients as one vector; no limit if absent
 * @param frozenBodyEpochs epochs at the start in which only the head learns; its normalisations
 *     still see each batch. 0 if absent
 * @param bodyRate factor on the learning rate of the body; 1 if absent
 * @param headRate factor on the learning rate of the head; 1 if absent
 * @param headLayers names of the network's outer blocks that belong to the head, such as {@code
 *     linear}
 * @param averaging part of the running average of the weights that is kept at each update; the
 *     model then holds the average. It starts lower, at {@code (1 + n) / (10 + n)} of {@code n}
 *     updates. No average if absent
 */
public record UpdateSpec(
    @Nullable Integer accumulate,
    @Nullable Double clipNorm,
    @Nullable Integer frozenBodyEpochs,
    @Nullable Double bodyRate,
    @Nullable Double headRate,
    List<String> headLayers,
    @Nullable Double averaging) {

  /** An update for each batch, alike for all weights. */
  public static final UpdateSpec PLAIN =
      new UpdateSpec(null, null, null, null, null, List.of(), null);

  public UpdateSpec {
    Require.between("accumulate", orElse(accumulate, 1), 1, 4096);
    Require.between("clipNorm", orElse(clipNorm, 1), 1e-6, 1e6);
    Require.between("frozenBodyEpochs", orElse(frozenBodyEpochs, 0), 0, 10_000);
    Require.between("bodyRate", orElse(bodyRate, 1), 0, 100);
    Require.between("headRate", orElse(headRate, 1), 0, 100);
    Require.between("averaging", orElse(averaging, 0), 0, 0.999999);
    headLayers = List.copyOf(headLayers);
  }

  private static int orElse(@Nullable Integer value, int other) {
    return value == null ? other : value;
  }

  private static double orElse(@Nullable Double value, double other) {
    return value == null ? other : value;
  }

  /** Returns how many batches the update that batch {@code step} belongs to is made of. */
  int groupSize(int step, int steps) {
    int full = orElse(accumulate, 1);
    return Math.min(full, steps - step / full * full);
  }

  /** Returns whether an update follows batch {@code step}: a full group, or the epoch's end. */
  boolean isDue(int step, int steps) {
    return (step + 1) % orElse(accumulate, 1) == 0 || step + 1 == steps;
  }

  /** Returns whether the body rests in an epoch counted from 0. */
  boolean bodyRests(int epoch) {
    return epoch < orElse(frozenBodyEpochs, 0);
  }

  /** Returns the factor on the learning rate. */
  double rateFactor(Optimiser.Part part) {
    return part == Optimiser.Part.BODY ? orElse(bodyRate, 1) : orElse(headRate, 1);
  }

  /** Returns the side that a weight of the network belongs to. */
  Optimiser.Part part(String weight) {
    boolean outer = headLayers.stream().anyMatch(layer -> weight.startsWith(layer + "."));
    return outer ? Optimiser.Part.HEAD : Optimiser.Part.BODY;
  }
}
