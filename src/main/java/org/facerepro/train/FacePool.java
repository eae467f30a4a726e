package org.facerepro.train;

import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.core.Sha256;

/**
 * What a training learns from: one set of faces, or several that are mixed by weight. Subjects of
 * different sets are different people.
 */
public final class FacePool {
  private final PackedFaces faces;
  private final List<Part> parts;

  /** The pictures {@code from … to - 1} of one set, and how much of each epoch is theirs. */
  record Part(int from, int to, double weight) {}

  /**
   * A set and its weight.
   *
   * @param weight its part in what an epoch shows, relative to the other sets', above 0
   */
  public record Source(PackedFaces faces, double weight) {
    public Source {
      Require.between("weight", weight, 1e-6, 1e6);
    }
  }

  private FacePool(PackedFaces faces, List<Part> parts) {
    this.faces = faces;
    this.parts = List.copyOf(parts);
  }

  /** Returns the pool of one set. */
  public static FacePool of(PackedFaces faces) {
    return new FacePool(faces, List.of(new Part(0, faces.size(), 1)));
  }

  /** Returns the pool of some sets, one at least. */
  public static FacePool mixed(List<Source> sources) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (Source source : sources) {
      parts.add(new Part(from, from + source.faces().size(), source.weight()));
      from += source.faces().size();
    }
    return new FacePool(PackedFaces.joined(sources.stream().map(Source::faces).toList()), parts);
  }

  /** Returns the pictures of all sets; labels of later sets follow those of earlier ones. */
  PackedFaces faces() {
    return faces;
  }

  List<Part> parts() {
    return parts;
  }

  /** Returns a hash over pictures, labels and weights. */
  String fingerprint() {
    return parts.size() == 1
        ? faces.fingerprint()
        : Sha256.of(faces.fingerprint() + " " + parts).hex();
  }
}
