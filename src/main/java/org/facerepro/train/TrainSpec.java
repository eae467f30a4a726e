package org.facerepro.train;

import org.facerepro.core.Require;
import org.facerepro.image.Augmentation;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Precision;
import org.facerepro.nn.WeightFormat;
import org.facerepro.nn.loss.Focal;
import org.facerepro.nn.loss.LossSpec;
import org.jspecify.annotations.Nullable;

/**
 * How a face recogniser is trained; the seed comes separately.
 *
 * @param network its shape
 * @param epochs passes over the training set; 0 leaves the network as it was drawn or given, to
 *     measure what training adds
 * @param batchSize pictures a step; what is left over at the end of an epoch is not used in it
 * @param precision of convolutions; absent for float32
 * @param optimiser how gradients change weights
 * @param schedule learning rate over time
 * @param loss what is made small
 * @param marginStartEpoch first epoch, from 0, with the margin; before it the loss has none
 * @param labelSmoothing part of the target shared among all classes, 0 to below 1
 * @param augmentation how pictures are varied
 * @param whitening shrinkage of the within-class whitening learnt on the training set after the
 *     last epoch, in units of the mean variance; absent for none
 * @param focal weight on the cross-entropy; absent for none
 * @param updates how often, how far and where weights change; absent for an update after each batch
 * @param sampling which pictures an epoch shows; absent for each once
 * @param keep what stays of the epochs; absent for the last one's checkpoint and model
 * @param crop what of a picture the network sees; absent for its centre
 * @param weights what the finished model is rounded to, whitening included, so that every embedding
 *     is of these very numbers; absent for float32
 */
public record TrainSpec(
    NetSpec network,
    int epochs,
    int batchSize,
    @Nullable Precision precision,
    OptimiserSpec optimiser,
    Schedule schedule,
    LossSpec loss,
    int marginStartEpoch,
    double labelSmoothing,
    Augmentation augmentation,
    @Nullable Double whitening,
    @Nullable Focal focal,
    @Nullable UpdateSpec updates,
    @Nullable Sampling sampling,
    @Nullable Keep keep,
    @Nullable Crop crop,
    @Nullable WeightFormat weights) {

  static final int MAX_BATCH = 4096;

  public TrainSpec {
    Require.between("epochs", epochs, 0, 10_000);
    Require.that(epochs > 0 || !keeping(keep).best(), "keep", "no best of no epochs", "best: true");
    Require.between("batchSize", batchSize, 2, MAX_BATCH);
    Require.between("marginStartEpoch", marginStartEpoch, 0, epochs);
    Require.between("labelSmoothing", labelSmoothing, 0, 0.999);
    if (whitening != null) {
      Require.between("whitening", whitening, 1e-4, 1e3);
    }
    if (!(loss instanceof LossSpec.OverCosines)) {
      requireForTriplets(marginStartEpoch, labelSmoothing, focal, updates, sampling);
    }
    if (sampling instanceof Sampling.Grouped grouped) {
      int pictures = grouped.subjects() * grouped.images();
      Require.that(
          batchSize == pictures, "batchSize", "subjects times images, " + pictures, batchSize);
    }
  }

  /** Returns what convolutions are computed in, also where the specification does not say. */
  Precision arithmetic() {
    return precision == null ? Precision.FLOAT32 : precision;
  }

  /** Returns what an epoch shows, also where the specification does not say. */
  Sampling sampler() {
    return sampling == null ? new Sampling.Shuffled() : sampling;
  }

  /** Returns what stays of the epochs, also where the specification does not say. */
  Keep keeping() {
    return keeping(keep);
  }

  private static Keep keeping(@Nullable Keep keep) {
    return keep == null ? Keep.LAST : keep;
  }

  /** Returns the accuracy in training of a network that knows nothing. */
  double chance(int classes) {
    boolean centres = loss instanceof LossSpec.OverCosines;
    return !centres && sampling instanceof Sampling.Grouped grouped
        ? grouped.chance()
        : 1.0 / classes;
  }

  private static void requireForTriplets(
      int marginStartEpoch,
      double labelSmoothing,
      @Nullable Focal focal,
      @Nullable UpdateSpec updates,
      @Nullable Sampling sampling) {
    Require.that(marginStartEpoch == 0, "marginStartEpoch", "0 for triplets", marginStartEpoch);
    Require.that(labelSmoothing == 0, "labelSmoothing", "0 for triplets", labelSmoothing);
    Require.that(focal == null, "focal", "nothing for triplets", String.valueOf(focal));
    String found = String.valueOf(sampling);
    Require.that(sampling instanceof Sampling.Grouped, "sampling", "grouped for triplets", found);
    Require.that(
        updates == null || !updates.bodyRests(0) || !updates.headLayers().isEmpty(),
        "updates",
        "headLayers if the body rests, as triplets have no centres to learn",
        String.valueOf(updates));
  }

  /** Returns how weights change, also where the specification does not say. */
  UpdateSpec updating() {
    return updates == null ? UpdateSpec.PLAIN : updates;
  }

  /** Returns the loss of an epoch, counted from 0. */
  LossSpec loss(int epoch) {
    return epoch < marginStartEpoch ? loss.withoutMargin() : loss;
  }

  /** Returns what of a picture the network sees, also where the specification does not say. */
  public Crop cropping() {
    return crop == null ? Crop.CENTRE : crop;
  }

  /** Returns what the model is rounded to, also where the specification does not say. */
  public WeightFormat weightFormat() {
    return weights == null ? WeightFormat.FLOAT32 : weights;
  }

  /** Returns the side of pictures as they are held in memory, at least that of the input. */
  public int storedSide() {
    return cropping().storedSide(network.inputSize());
  }
}
