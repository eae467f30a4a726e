package org.facerepro.protocol.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.mat.MatFile;
import org.facerepro.core.mat.MatValue;
import org.facerepro.core.mat.MatValue.Cells;
import org.facerepro.core.mat.MatValue.Numbers;
import org.facerepro.core.mat.MatValue.Structs;
import org.facerepro.core.mat.MatValue.Text;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.pair.Couples.Side;

/**
 * The couples of AgeDB: variable {@code splits}, a cell per fold with a struct of two fields: cells
 * {@code [2, n]}, each a struct of picture name and age, and n labels, 1 or −1. Fields are taken by
 * their order, whatever their names. Picture {@code a} is {@code a.jpg}.
 */
final class AgeDbSplits {
  private static final String SPLITS = "splits";
  private static final int SIDES = 2;

  private final Path file;
  private final Same same;
  private final Couples couples;
  private int disagreeing;

  private AgeDbSplits(Path file, Same same) {
    this.file = file;
    this.same = same;
    this.couples = new Couples(file.toString());
  }

  /** What says whether a couple shows one person. */
  enum Same {
    NAMES,
    LABELS
  }

  /**
   * Reads all folds.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is no such file
   * @throws CorruptDataException if it is not of this form
   */
  static ComparisonList read(Path file, Same same) {
    MatValue splits = MatFile.read(file).get(SPLITS);
    if (!(splits instanceof Cells cells) || cells.cells().isEmpty()) {
      throw new CorruptDataException(
          "%s: expected variable 'splits' with a cell per fold, found %s"
              .formatted(file, splits == null ? "none" : brief(splits)));
    }
    AgeDbSplits reader = new AgeDbSplits(file, same);
    for (int fold = 0; fold < cells.cells().size(); fold++) {
      reader.fold(fold, cells.cells().get(fold));
    }
    return reader.couples.build(cells.cells().size(), reader.remarks());
  }

  private List<String> remarks() {
    return disagreeing == 0
        ? List.of()
        : List.of(
            "%s: the labels of %d couples are not those of their names; %s were followed"
                .formatted(file, disagreeing, same == Same.NAMES ? "names" : "labels"));
  }

  private void fold(int fold, MatValue value) {
    Structs split = expect(Structs.class, value, fold, "a struct of pairs and labels");
    if (split.fields().size() < 2 || split.size() != 1) {
      throw error(fold, "a struct of pairs and labels", split);
    }
    Cells pairs = expect(Cells.class, field(split, 0), fold, "cells of pictures");
    Numbers labels = expect(Numbers.class, field(split, 1), fold, "labels");
    if (pairs.size() != SIDES * labels.size() || pairs.shape().get(0) != SIDES) {
      throw error(fold, "two pictures for each of " + labels.size() + " labels", pairs);
    }
    for (int i = 0; i < labels.size(); i++) {
      add(fold, pairs.cells().subList(SIDES * i, SIDES * (i + 1)), labels.get(i));
    }
  }

  private void add(int fold, List<MatValue> pair, double label) {
    if (label != 1 && label != -1) {
      throw error(fold, "labels of 1 or -1", label);
    }
    Side first = side(fold, pair.get(0));
    Side second = side(fold, pair.get(1));
    boolean labelled = label > 0;
    boolean named = first.subject().equals(second.subject());
    disagreeing += labelled == named ? 0 : 1;
    couples.add(couples.size() + 1, first, second, same == Same.NAMES ? named : labelled, fold);
  }

  private Side side(int fold, MatValue value) {
    Structs picture = expect(Structs.class, value, fold, "a struct of name and age");
    if (picture.size() != 1 || picture.fields().isEmpty()) {
      throw error(fold, "a struct of name and age", picture);
    }
    String name = expect(Text.class, field(picture, 0), fold, "a picture name").characters();
    int first = name.indexOf('_');
    if (first <= 0 || name.contains("/") || name.contains("\\")) {
      throw error(fold, "a picture name such as 4_Name_27_m", name);
    }
    return new Side(name + ".jpg", name.substring(0, first));
  }

  private static MatValue field(Structs struct, int index) {
    Map<String, MatValue> fields = struct.elements().get(0);
    MatValue value = fields.get(struct.fields().get(index));
    if (value == null) {
      throw new IllegalStateException("a struct has all of its fields");
    }
    return value;
  }

  private <T extends MatValue> T expect(Class<T> type, MatValue value, int fold, String what) {
    if (!type.isInstance(value)) {
      throw error(fold, what, value);
    }
    return type.cast(value);
  }

  private CorruptDataException error(int fold, String expectation, Object found) {
    return new CorruptDataException(
        "%s: fold %d: expected %s, found %s"
            .formatted(
                file,
                fold + 1,
                expectation,
                found instanceof MatValue value ? brief(value) : found));
  }

  private static String brief(MatValue value) {
    return value.getClass().getSimpleName() + " of shape " + value.shape();
  }
}
