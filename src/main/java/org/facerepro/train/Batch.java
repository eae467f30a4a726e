package org.facerepro.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.facerepro.core.Seed;
import org.facerepro.image.Augmentation;
import org.facerepro.image.Augmenter;

/** Memory for the input of one step, filled again and again by one thread at a time. */
final class Batch {
  private final PackedFaces faces;
  private final Augmenter augmenter;
  private final ByteBuffer pixels;
  private final FloatBuffer values;
  private final long[] labels;

  Batch(PackedFaces faces, Augmentation spec, int inputSize, int size) {
    this.faces = faces;
    this.augmenter = new Augmenter(spec, faces.side(), inputSize);
    this.pixels =
        ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES * augmenter.targetLength()))
            .order(ByteOrder.nativeOrder());
    this.values = pixels.asFloatBuffer();
    this.labels = new long[size];
  }

  /**
   * Fills all places with varied pictures from place {@code from} of an order on; each draws from
   * its own seed, another one each time that it comes again.
   */
  Batch fillVaried(EpochOrder order, int from, Seed epochSeed) {
    for (int i = 0; i < labels.length; i++) {
      int index = order.picture(from + i);
      int repeat = order.repeat(from + i);
      int at = i * augmenter.targetLength();
      Seed seed = epochSeed.child(index);
      Seed own = repeat == 0 ? seed : seed.child(repeat);
      augmenter.augment(faces.picture(index), 0, own.rng(), values, at);
      labels[i] = faces.label(index);
    }
    return this;
  }

  /** Fills the first {@code count} places with centre crops of pictures {@code from …}. */
  Batch fillCentred(int from, int count) {
    for (int i = 0; i < count; i++) {
      int at = i * augmenter.targetLength();
      augmenter.centre(faces.picture(from + i), 0, false, values, at);
    }
    return this;
  }

  int size() {
    return labels.length;
  }

  /** Returns float32 {@code [size, 3, s, s]} in native byte order. */
  ByteBuffer pixels() {
    return pixels;
  }

  /** Returns the part of {@link #pixels} that starts at picture {@code from}. */
  ByteBuffer pixels(int from, int count) {
    int picture = Float.BYTES * augmenter.targetLength();
    return pixels.slice(from * picture, count * picture).order(pixels.order());
  }

  long[] labels() {
    return labels;
  }
}
