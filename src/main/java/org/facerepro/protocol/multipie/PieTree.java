package org.facerepro.protocol.multipie;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.facerepro.core.CorruptDataException;
import org.facerepro.data.ImageTree;

/**
 * Which images of Multi-PIE a folder or archive holds: {@code
 * session0S/multiview/<subject>/<recording>/<camera>/} at any depth, three quarters of a million
 * files, kept as bits.
 *
 * <p>High-resolution portraits, text files and hidden files are counted and not read.
 */
public final class PieTree {
  private static final String SESSION = "session";
  private static final String MULTIVIEW = "/multiview/";
  private static final int NAMED = 5;

  private final UnaryOperator<String> place;
  private final BitSet images = new BitSet();
  private final BitSet attended = new BitSet();
  private final List<String> others = new ArrayList<>();
  private String prefix = "";
  private String extension = "";
  private int otherCount;

  private PieTree(UnaryOperator<String> place) {
    this.place = place;
  }

  /** Returns a tree of images that are nowhere yet. */
  static PieTree holding(Collection<PieImage> images) {
    PieTree planned = new PieTree(UnaryOperator.identity());
    images.forEach(planned::add);
    return planned;
  }

  /**
   * Scans a tree.
   *
   * @throws CorruptDataException at a file below {@code multiview} whose name is odd, if images lie
   *     in two trees or have two extensions, or if there is none
   */
  public static PieTree of(ImageTree tree) {
    PieTree found = new PieTree(tree::place);
    tree.names().forEach(found::add);
    if (found.images.isEmpty()) {
      throw new CorruptDataException(
          "%s: expected images such as session01/multiview/001/01/05_1/001_01_01_051_07.png"
                  .formatted(tree.root())
              + ", found %d other files %s".formatted(found.otherCount, found.others));
    }
    return found;
  }

  private void add(String name) {
    int inner = name.indexOf(MULTIVIEW);
    int start = name.lastIndexOf(SESSION, Math.max(inner, 0));
    int dot = name.lastIndexOf('.');
    boolean hidden = dot == name.lastIndexOf('/') + 1;
    if (inner < 0 || start < 0 || hidden || name.endsWith(".db") || name.endsWith(".txt")) {
      otherCount++;
      if (others.size() < NAMED) {
        others.add(name);
      }
      return;
    }
    boolean bare = dot <= name.lastIndexOf('/');
    PieImage image = image(name, name.substring(start, bare ? name.length() : dot));
    place(name, name.substring(0, start), bare ? "" : name.substring(dot));
    add(image);
  }

  private void add(PieImage image) {
    images.set(image.number());
    attended.set(attendance(image.subject(), image.session()));
  }

  private PieImage image(String name, String path) {
    try {
      return PieImage.parse(path);
    } catch (CorruptDataException e) {
      throw new CorruptDataException(place.apply(name) + ": " + e.getMessage(), e);
    }
  }

  private void place(String name, String itsPrefix, String itsExtension) {
    if (images.isEmpty()) {
      prefix = itsPrefix;
      extension = itsExtension;
    }
    if (!prefix.equals(itsPrefix) || !extension.equals(itsExtension)) {
      throw new CorruptDataException(
          "%s: expected all images in one tree with one extension, '%s' and '%s' as before"
              .formatted(place.apply(name), prefix, extension));
    }
  }

  private static int attendance(int subject, int session) {
    return subject << 2 | session - 1;
  }

  /** Returns whether the tree holds an image. */
  public boolean has(PieImage image) {
    return images.get(image.number());
  }

  /** Returns whether the tree holds any image of a subject in a session. */
  public boolean has(int subject, int session) {
    return attended.get(attendance(subject, session));
  }

  /** Returns all subjects of whom there is any image, ascending. */
  public List<Integer> subjects() {
    return attended.stream().map(bit -> bit >> 2).distinct().boxed().toList();
  }

  /** Returns the name of an image within the tree. */
  public String file(PieImage image) {
    return prefix + image.path() + extension;
  }

  /** Returns how many images there are. */
  public int size() {
    return images.cardinality();
  }

  /** Returns a remark upon files that are no images of {@code multiview}, if there are any. */
  public Optional<String> remark() {
    return otherCount == 0
        ? Optional.empty()
        : Optional.of(
            "%d file(s) are no multiview images and were not read, such as %s"
                .formatted(otherCount, others));
  }
}
