package org.facerepro.nn.loss;

/**
 * Running mean and standard deviation of the lengths of features, and the quality that AdaFace
 * reads off a length (Kim et al. 2022, section 3.2 and the authors' code).
 *
 * @param mean of lengths cut to 0.001 … 100
 * @param deviation with one degree of freedom less than samples
 */
public record FeatureNorms(float mean, float deviation) {
  /** Where the authors' code starts. */
  public static final FeatureNorms START = new FeatureNorms(20, 100);

  private static final double SHORTEST = 0.001;
  private static final double LONGEST = 100;
  private static final double EPSILON = 1e-3;

  /** Returns these statistics after one more batch, whose part in them is {@code averaging}. */
  public FeatureNorms after(float[] lengths, double averaging) {
    double sum = 0;
    for (float length : lengths) {
      sum += cut(length);
    }
    double batchMean = sum / lengths.length;
    double squares = 0;
    for (float length : lengths) {
      double difference = cut(length) - batchMean;
      squares += difference * difference;
    }
    double batchDeviation = lengths.length > 1 ? Math.sqrt(squares / (lengths.length - 1)) : 0;
    return new FeatureNorms(
        (float) (averaging * batchMean + (1 - averaging) * mean),
        (float) (averaging * batchDeviation + (1 - averaging) * deviation));
  }

  /**
   * Returns the quality of each length, {@code (length - mean) / deviation · concentration}, cut to
   * -1 … 1.
   */
  public float[] qualities(float[] lengths, double concentration) {
    float[] qualities = new float[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      double quality = (cut(lengths[i]) - mean) / (deviation + EPSILON) * concentration;
      qualities[i] = (float) Math.min(1, Math.max(-1, quality));
    }
    return qualities;
  }

  private static double cut(double length) {
    return Math.min(LONGEST, Math.max(SHORTEST, length));
  }
}
