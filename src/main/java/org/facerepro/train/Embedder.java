package org.facerepro.train;

import java.util.Arrays;
import org.facerepro.core.Progress;
import org.facerepro.image.AugmentSpec;
import org.facerepro.nn.EmbeddingNet;

/**
 * Runs a network over pictures in windows of fixed length, so that an embedding does not depend on
 * how many pictures come along.
 */
final class Embedder {
  static final int WINDOW = 32;

  private Embedder() {}

  /** Returns the embeddings of the centre crops, {@code [n][d]}, of unit length. */
  static float[][] embed(EmbeddingNet net, PackedFaces faces) {
    try (Progress.Task silent = Progress.SILENT.start("embed", faces.size(), "images")) {
      return embed(net, faces, silent);
    }
  }

  /** Does the same and tells how far it is. */
  static float[][] embed(EmbeddingNet net, PackedFaces faces, Progress.Task task) {
    Batch batch = new Batch(faces, AugmentSpec.NONE, net.spec().inputSize(), WINDOW);
    float[][] embeddings = new float[faces.size()][];
    for (int from = 0; from < embeddings.length; from += WINDOW) {
      Interruption.check();
      int count = Math.min(WINDOW, embeddings.length - from);
      float[] features = net.features(batch.fillCentred(from, count).pixels(), WINDOW);
      for (int i = 0; i < count; i++) {
        embeddings[from + i] = normalised(row(features, i, net.spec().embeddingSize()));
      }
      task.advance(count);
    }
    return embeddings;
  }

  static float[] row(float[] features, int index, int length) {
    return Arrays.copyOfRange(features, index * length, (index + 1) * length);
  }

  /** Scales a vector in place to unit length; a zero vector stays one. */
  static float[] normalised(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    double factor = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] * factor);
    }
    return vector;
  }
}
