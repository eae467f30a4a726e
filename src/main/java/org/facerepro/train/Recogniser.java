package org.facerepro.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facerepro.core.Json;
import org.facerepro.image.AugmentSpec;
import org.facerepro.image.Augmenter;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;

/**
 * A trained network, or an ensemble of some, that turns aligned faces into embeddings.
 *
 * <p>An embedding depends on its own picture only, not on the others of a call. Not thread-safe;
 * close it to free its native memory.
 */
public final class Recogniser implements AutoCloseable {

  /** Side in pixels of the aligned pictures that it takes. */
  public static final int ALIGNED_SIDE = 112;

  private final ModelFacts facts;
  private final List<EmbeddingNet> nets;
  private final Augmenter cropper;
  private final byte[] resized;
  private final ByteBuffer pixels;

  private Recogniser(ModelFacts facts, List<EmbeddingNet> nets) {
    this.facts = facts;
    this.nets = nets;
    int side = facts.crop().resizedSide();
    this.cropper = new Augmenter(AugmentSpec.NONE, side, facts.crop().inputSide());
    this.resized = new byte[cropper.sourceLength()];
    this.pixels =
        ByteBuffer.allocateDirect(Embedder.WINDOW * Float.BYTES * cropper.targetLength())
            .order(ByteOrder.nativeOrder());
  }

  /**
   * Opens the model in {@code folder}.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is none
   * @throws org.facerepro.core.CorruptDataException if its files are damaged or do not fit
   */
  public static Recogniser open(Path folder, Compute compute) {
    ModelFacts facts = Json.read(folder.resolve(ModelFacts.FILE), ModelFacts.class);
    Safetensors weights = Safetensors.read(folder.resolve(ModelFacts.WEIGHTS_FILE));
    List<EmbeddingNet> nets = new ArrayList<>();
    try {
      for (int i = 0; i < facts.networks(); i++) {
        nets.add(new EmbeddingNet(facts.network(), weights, facts.prefix(i), compute));
      }
      return new Recogniser(facts, nets);
    } catch (RuntimeException e) {
      nets.forEach(EmbeddingNet::close);
      throw e;
    }
  }

  /** Returns what the model says about itself. */
  public ModelFacts facts() {
    return facts;
  }

  /**
   * Computes embeddings.
   *
   * @param crops aligned pictures of 112×112 pixels
   * @param flipSum whether the features of the mirror image are added, as ArcFace is evaluated
   * @return {@code [n][d]}, each of unit length, in the order of the pictures
   */
  public float[][] embed(List<RgbImage> crops, boolean flipSum) {
    float[][] rows = features(crops, flipSum);
    Arrays.setAll(rows, i -> Embedder.normalised(rows[i]));
    return rows;
  }

  /**
   * Computes embeddings as {@link #embed} does, of the length that the network yields. In those of
   * an ensemble each network's part is of unit length, so that all count alike.
   *
   * @return {@code [n][d]}, in the order of the pictures
   */
  public float[][] features(List<RgbImage> crops, boolean flipSum) {
    float[][] rows = new float[crops.size()][];
    for (int from = 0; from < crops.size(); from += Embedder.WINDOW) {
      List<RgbImage> window = crops.subList(from, Math.min(crops.size(), from + Embedder.WINDOW));
      List<float[]> features = forward(window, false);
      if (flipSum) {
        List<float[]> mirrored = forward(window, true);
        for (int net = 0; net < features.size(); net++) {
          add(features.get(net), mirrored.get(net));
        }
      }
      for (int i = 0; i < window.size(); i++) {
        rows[from + i] = row(features, i);
      }
    }
    return rows;
  }

  private float[] row(List<float[]> features, int index) {
    int length = facts.network().embeddingSize();
    if (features.size() == 1) {
      return Embedder.row(features.get(0), index, length);
    }
    float[] row = new float[facts.dimension()];
    for (int net = 0; net < features.size(); net++) {
      float[] own = Embedder.normalised(Embedder.row(features.get(net), index, length));
      System.arraycopy(own, 0, row, net * length, length);
    }
    return row;
  }

  /** Returns the features that each network yields. */
  private List<float[]> forward(List<RgbImage> window, boolean mirrored) {
    for (int i = 0; i < window.size(); i++) {
      RgbImage crop = window.get(i);
      if (crop.width() != ALIGNED_SIDE || crop.height() != ALIGNED_SIDE) {
        throw new IllegalArgumentException(
            crop + " where an aligned face of 112 x 112 is due: align it first");
      }
      int side = facts.crop().resizedSide();
      Resize.area(crop, side, side).copyTo(resized, 0);
      int at = i * cropper.targetLength();
      cropper.centre(resized, 0, mirrored, pixels.asFloatBuffer(), at);
    }
    return nets.stream().map(net -> net.features(pixels, Embedder.WINDOW)).toList();
  }

  private static void add(float[] target, float[] addend) {
    for (int i = 0; i < target.length; i++) {
      target[i] += addend[i];
    }
  }

  @Override
  public void close() {
    nets.forEach(EmbeddingNet::close);
  }
}
