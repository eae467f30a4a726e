package org.facerepro.adapt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.facerepro.core.Seed;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.image.AugmentSpec;
import org.facerepro.image.Augmenter;
import org.facerepro.image.Resize;
import org.facerepro.train.ModelFacts;

/**
 * All faces of a set in a drawn order, in batches of nearly equal length, each face mirrored too.
 */
final class FaceBatches {
  private static final int FACES = 128;

  private final FaceSet set;
  private final List<FaceEntry> samples;
  private final int[] order;
  private final int count;
  private final int storedSide;
  private final Augmenter cropper;
  private final ByteBuffer pixels;

  FaceBatches(FaceSet set, ModelFacts.CropRule crop, Seed seed) {
    this.set = set;
    this.samples = set.samples();
    this.order = seed.rng().permutation(samples.size());
    this.count = Math.max(1, samples.size() / FACES);
    this.storedSide = crop.resizedSide();
    this.cropper = new Augmenter(AugmentSpec.NONE, storedSide, crop.inputSide());
    int most = 2 * ((samples.size() + count - 1) / count);
    this.pixels =
        ByteBuffer.allocateDirect(most * Float.BYTES * cropper.targetLength())
            .order(ByteOrder.nativeOrder());
  }

  int faces() {
    return order.length;
  }

  int count() {
    return count;
  }

  /** Returns how many pictures are in a batch, mirror images included. */
  int pictures(int batch) {
    return 2 * (start(batch + 1) - start(batch));
  }

  private int start(int batch) {
    return (int) ((long) order.length * batch / count);
  }

  /**
   * Returns the pictures of a batch, float32 {@code [n, 3, s, s]} in [-1, 1]; the buffer is filled
   * again by the next call.
   */
  ByteBuffer fill(int batch) {
    int at = 0;
    for (int i = start(batch); i < start(batch + 1); i++) {
      byte[] picture =
          Resize.area(set.decode(samples.get(order[i])), storedSide, storedSide).toBytes();
      for (boolean mirrored : new boolean[] {false, true}) {
        cropper.centre(picture, 0, mirrored, pixels.asFloatBuffer(), at);
        at += cropper.targetLength();
      }
    }
    return pixels.duplicate().order(pixels.order());
  }
}
