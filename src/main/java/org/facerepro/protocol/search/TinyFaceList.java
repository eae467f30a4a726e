package org.facerepro.protocol.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.mat.MatFile;
import org.facerepro.core.mat.MatValue;
import org.facerepro.data.ImageTree;

/**
 * Images and their subjects.
 *
 * @param images names within the tree
 * @param subjects one for each
 * @param contradictions how many are not what the name says
 */
record TinyFaceList(List<String> images, List<String> subjects, int contradictions) {
  private static final Pattern LABELLED = Pattern.compile("(?:.*/)?([0-9]{1,9})_[^/]+");

  TinyFaceList {
    images = List.copyOf(images);
    subjects = List.copyOf(subjects);
  }

  /**
   * Takes subjects from names.
   *
   * @throws CorruptDataException if a name does not start with a number and an underscore
   */
  static TinyFaceList ofNames(List<String> images) {
    List<String> subjects = new ArrayList<>();
    for (String image : images) {
      subjects.add(
          subjectOf(image)
              .orElseThrow(
                  () ->
                      new CorruptDataException(
                          image + ": expected a name such as 12_3.jpg of subject 12")));
    }
    return new TinyFaceList(images, subjects, 0);
  }

  private static Optional<String> subjectOf(String image) {
    Matcher match = LABELLED.matcher(image);
    return match.matches()
        ? Optional.of(Integer.toString(Integer.parseInt(match.group(1))))
        : Optional.empty();
  }

  /** Reads one file of a tree; nothing if it is not there. */
  static Optional<byte[]> content(ImageTree tree, String name) {
    List<byte[]> found = new ArrayList<>();
    tree.read(
        List.of(name),
        new ImageTree.Visitor() {
          @Override
          public void file(String file, byte[] content) {
            found.add(content);
          }

          @Override
          public void missing(String file) {}

          @Override
          public void failed(String file, String reason) {
            throw new CorruptDataException(file + ": " + reason);
          }
        });
    return found.stream().findFirst();
  }

  /**
   * Reads {@code <variable>_set}, a cell of names, and {@code <variable>_ids}, as many numbers.
   *
   * @param folder what goes before each name
   * @throws CorruptDataException if a variable is missing or of another kind or size
   */
  static TinyFaceList parse(byte[] content, String origin, String variable, String folder) {
    Map<String, MatValue> variables = MatFile.decode(content, origin);
    if (variables.get(variable + "_set") instanceof MatValue.Cells set
        && variables.get(variable + "_ids") instanceof MatValue.Numbers ids
        && set.cells().size() == ids.toArray().length) {
      return of(set.cells(), ids.toArray(), origin, folder);
    }
    throw new CorruptDataException(
        "%s: expected a cell %s_set of names and as many numbers %s_ids, found %s"
            .formatted(origin, variable, variable, variables.keySet()));
  }

  private static TinyFaceList of(List<MatValue> cells, double[] ids, String origin, String folder) {
    List<String> images = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    int contradictions = 0;
    for (int i = 0; i < ids.length; i++) {
      String image = folder + name(cells.get(i), origin, i);
      String subject = subject(ids[i], origin, i);
      images.add(image);
      subjects.add(subject);
      contradictions += subjectOf(image).filter(subject::equals).isPresent() ? 0 : 1;
    }
    return new TinyFaceList(images, subjects, contradictions);
  }

  private static String name(MatValue cell, String origin, int at) {
    MatValue value =
        cell instanceof MatValue.Cells inner && inner.cells().size() == 1
            ? inner.cells().get(0)
            : cell;
    if (value instanceof MatValue.Text text && text.line().matches("[^/\\\\]+")) {
      return text.line();
    }
    throw new CorruptDataException(
        "%s: name %d: expected the name of an image, found %s".formatted(origin, at + 1, value));
  }

  private static String subject(double id, String origin, int at) {
    if (id != Math.rint(id) || id < 0 || id > Integer.MAX_VALUE) {
      throw new CorruptDataException(
          "%s: id %d: expected a whole number from 0, found %s".formatted(origin, at + 1, id));
    }
    return Integer.toString((int) id);
  }
}
