package org.facerepro.train;

import java.util.List;
import org.facerepro.image.AugmentSpec;
import org.facerepro.image.Augmentation;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Precision;
import org.facerepro.nn.Rectifier;
import org.facerepro.nn.WeightFormat;
import org.facerepro.nn.loss.Focal;
import org.facerepro.nn.loss.LossSpec;
import org.jspecify.annotations.Nullable;

/** A training for {@link ToyFaces}, one part after the other changed at will. */
final class ToySpec {
  private NetSpec network = new NetSpec(Backbone.IR_NANO, Rectifier.PRELU, 16, 8);
  private int epochs = 3;
  private int batchSize = 12;
  private @Nullable Precision precision;
  private OptimiserSpec optimiser = new OptimiserSpec.Sgd(0.05, 0.9, true, 5e-4, null);
  private Schedule schedule = new Schedule.Cosine(0.5);
  private LossSpec loss = new LossSpec.ArcFace(0.2, 16);
  private int marginStartEpoch = 1;
  private double smoothing = 0.05;
  private Augmentation augmentation = AugmentSpec.STRONG;
  private @Nullable Double whitening;
  private @Nullable Focal focal;
  private @Nullable UpdateSpec updates;
  private @Nullable Sampling sampling;
  private @Nullable Keep keep;
  private @Nullable Crop crop;
  private @Nullable WeightFormat weights;

  ToySpec network(NetSpec value) {
    network = value;
    return this;
  }

  ToySpec epochs(int value) {
    epochs = value;
    marginStartEpoch = Math.min(marginStartEpoch, value);
    return this;
  }

  ToySpec batchSize(int value) {
    batchSize = value;
    return this;
  }

  ToySpec precision(Precision value) {
    precision = value;
    return this;
  }

  ToySpec optimiser(OptimiserSpec value) {
    optimiser = value;
    return this;
  }

  ToySpec constantRate() {
    schedule = new Schedule.MultiStep(0, List.of(), 1);
    return this;
  }

  ToySpec loss(LossSpec value) {
    loss = value;
    return this;
  }

  ToySpec plainTarget() {
    marginStartEpoch = 0;
    smoothing = 0;
    return this;
  }

  ToySpec augmentation(Augmentation value) {
    augmentation = value;
    return this;
  }

  ToySpec whitening(double value) {
    whitening = value;
    return this;
  }

  ToySpec focal(Focal value) {
    focal = value;
    return this;
  }

  ToySpec updates(UpdateSpec value) {
    updates = value;
    return this;
  }

  ToySpec sampling(Sampling value) {
    sampling = value;
    return this;
  }

  ToySpec keep(Keep value) {
    keep = value;
    return this;
  }

  ToySpec crop(Crop value) {
    crop = value;
    return this;
  }

  ToySpec weights(WeightFormat value) {
    weights = value;
    return this;
  }

  TrainSpec make() {
    return new TrainSpec(
        network,
        epochs,
        batchSize,
        precision,
        optimiser,
        schedule,
        loss,
        marginStartEpoch,
        smoothing,
        augmentation,
        whitening,
        focal,
        updates,
        sampling,
        keep,
        crop,
        weights);
  }
}
