package org.facerepro.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facerepro.core.Progress;
import org.facerepro.core.Sha256;
import org.facerepro.data.FaceSet;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;

/**
 * Labelled pictures held decoded in memory, all square and of one size; immutable.
 *
 * <p>Memory: {@code 3 · side²} bytes a picture, 15.6 KB at 72 pixels.
 */
public final class PackedFaces {
  private final int side;
  private final byte[][] pictures;
  private final int[] labels;
  private final int classes;

  private PackedFaces(int side, byte[][] pictures, int[] labels) {
    if (pictures.length != labels.length || pictures.length == 0) {
      throw new IllegalArgumentException(
          pictures.length + " pictures for " + labels.length + " labels");
    }
    int length = 3 * side * side;
    for (byte[] picture : pictures) {
      if (picture.length != length) {
        throw new IllegalArgumentException(
            "a picture of %d bytes where %d are due".formatted(picture.length, length));
      }
    }
    this.side = side;
    this.pictures = pictures;
    this.labels = labels;
    this.classes = (int) Arrays.stream(labels).distinct().count();
    if (Arrays.stream(labels).anyMatch(label -> label < 0 || label >= classes)) {
      throw new IllegalArgumentException("labels must be 0 to " + (classes - 1) + " without gap");
    }
  }

  /**
   * Makes a set that takes the arrays over.
   *
   * @param pictures each {@code [side, side, 3]}, 8-bit, r, g, b of each pixel
   * @param labels class of each picture, {@code 0 … classes-1} without gap
   */
  public static PackedFaces takeOver(int side, byte[][] pictures, int[] labels) {
    return new PackedFaces(side, pictures, labels);
  }

  /**
   * Decodes a set into memory, on all processors, each picture resized by area averaging.
   *
   * @param set faces aligned as {@link ModelFacts.CropRule} says, at any resolution
   * @param side side to hold the pictures at
   * @throws org.facerepro.core.CorruptDataException if a picture cannot be decoded
   */
  public static PackedFaces of(FaceSet set, int side, Progress progress) {
    byte[][] pictures = new byte[set.samples().size()][];
    try (Progress.Task task = progress.start("decode", pictures.length, "images")) {
      IntStream.range(0, pictures.length)
          .parallel()
          .forEach(
              i -> {
                RgbImage picture = set.decode(set.samples().get(i));
                pictures[i] = Resize.area(picture, side, side).toBytes();
                task.advance(1);
              });
    }
    return new PackedFaces(side, pictures, set.subjectNumbers());
  }

  /** Returns the side at which pictures are held for a network input of {@code inputSize}. */
  public static int storedSide(int inputSize) {
    return inputSize + inputSize / 8;
  }

  public int size() {
    return labels.length;
  }

  public int classes() {
    return classes;
  }

  public int side() {
    return side;
  }

  public int label(int index) {
    return labels[index];
  }

  int[] labels() {
    return labels;
  }

  /** Returns the samples themselves; only readers within the package may hold them. */
  byte[] picture(int index) {
    return pictures[index];
  }

  /** Returns a hash over all pictures and labels, to tell sets apart. */
  String fingerprint() {
    StringBuilder hashes = new StringBuilder();
    for (int i = 0; i < labels.length; i++) {
      hashes.append(labels[i]).append(' ').append(Sha256.of(pictures[i]).hex()).append('\n');
    }
    return Sha256.of(hashes.toString()).hex();
  }
}
