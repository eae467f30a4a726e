package org.facerepro.train;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Progress;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;
import org.facerepro.data.FaceSet;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;
import org.facerepro.protocol.convert.FaceContainer;

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
    Require.that(pictures.length > 0, "faces", "at least one picture", "none");
    if (pictures.length != labels.length) {
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
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        String expected = "numbers 0 to %d for %d subjects, without gap";
        throw new InvalidValueException("labels", expected.formatted(classes - 1, classes), label);
      }
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

  /**
   * Decodes a container into memory, as {@link #of(FaceSet, int, Progress)} does a set; people are
   * numbered in the order of their first pictures.
   *
   * @param minimumImages pictures that a person must have; the others are left out
   * @throws org.facerepro.core.DataUnavailableException if pictures are broken, naming them, or
   *     nobody is left
   */
  public static PackedFaces of(
      FaceContainer container, int minimumImages, int side, Progress progress) {
    return PackedContainer.decode(container, minimumImages, side, progress);
  }

  /**
   * Requires that pictures fit decoded onto the heap of this process, all sets of a training
   * together.
   *
   * @param side side that they are held at, pixels
   * @throws org.facerepro.core.StageFailedException with the heap that would do
   */
  public static void requireRoom(long pictures, int side) {
    HeapRoom.require(pictures, side);
  }

  /** Returns a part of the labels with their pictures; subjects are numbered anew. */
  public PackedFaces part(LabelFraction fraction) {
    int[] kept = fraction.kept(labels, classes);
    byte[][] keptPictures = new byte[kept.length][];
    int[] keptLabels = new int[kept.length];
    int[] numbers = new int[classes];
    Arrays.fill(numbers, -1);
    int subjects = 0;
    for (int i = 0; i < kept.length; i++) {
      keptPictures[i] = pictures[kept[i]];
      int label = labels[kept[i]];
      if (numbers[label] < 0) {
        numbers[label] = subjects++;
      }
      keptLabels[i] = numbers[label];
    }
    return new PackedFaces(side, keptPictures, keptLabels);
  }

  /** Returns how many pictures of another set are, value by value, in this one. */
  public int shared(PackedFaces other) {
    Set<ByteBuffer> own = new HashSet<>();
    for (byte[] picture : pictures) {
      own.add(ByteBuffer.wrap(picture));
    }
    int shared = 0;
    for (byte[] picture : other.pictures) {
      shared += own.contains(ByteBuffer.wrap(picture)) ? 1 : 0;
    }
    return shared;
  }

  /** Returns all pictures of some sets of one size; labels of later sets follow earlier ones'. */
  static PackedFaces joined(List<PackedFaces> sets) {
    Require.that(!sets.isEmpty(), "faces", "at least one set", "none");
    List<byte[]> pictures = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    int subjects = 0;
    for (PackedFaces set : sets) {
      for (int i = 0; i < set.size(); i++) {
        pictures.add(set.pictures[i]);
        labels.add(subjects + set.labels[i]);
      }
      subjects += set.classes;
    }
    return new PackedFaces(
        sets.get(0).side,
        pictures.toArray(new byte[0][]),
        labels.stream().mapToInt(Integer::intValue).toArray());
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
