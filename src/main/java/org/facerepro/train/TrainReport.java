package org.facerepro.train;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a training went; equal for equal runs, so it holds no times.
 *
 * @param schema {@link #SCHEMA}
 * @param samples pictures in the training set
 * @param classes subjects in the training set
 * @param unusedPerEpoch pictures left over in each epoch because they did not fill a batch
 * @param modelEpoch the epoch that the model is of, where it need not be the last one
 */
public record TrainReport(
    String schema,
    int samples,
    int classes,
    int unusedPerEpoch,
    @Nullable Integer modelEpoch,
    List<EpochReport> epochs) {

  /** Name and version of this form. */
  public static final String SCHEMA = "facerepro/train/v1";

  /** File in the model folder. */
  public static final String FILE = "train.json";

  public TrainReport {
    epochs = List.copyOf(epochs);
  }
}
