package org.facerepro.protocol.pair;

import java.util.List;
import java.util.Optional;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;
import org.facerepro.protocol.VerificationSet;

/**
 * Racial Faces in the Wild, test part: pictures {@code data/African/m.0abc/m.0abc_0001.jpg} and, in
 * {@code txts/African}, comparisons and landmarks of each ethnicity.
 */
public final class RfwReader implements LayoutReader {
  private static final LayoutOption OVERLAP =
      LayoutOption.of(
          "overlap",
          Overlap.KEPT,
          "comparisons of the 12 identities found under two ethnicities; bob-first-line: the first"
              + " of each is left out, as bob.bio.face does");

  private static final LayoutOption FOLDS =
      LayoutOption.of("folds", Folds.LISTED, "one: a single threshold for all, as bob.bio.face");
  private static final LayoutOption IMPOSTORS =
      LayoutOption.of(
          "impostors",
          Impostors.LISTED,
          "across: one of each other ethnicity is drawn for every probe besides");

  /** How comparisons fall into folds. */
  enum Folds {
    LISTED,
    ONE
  }

  /** Where impostor comparisons come from. */
  enum Impostors {
    LISTED,
    ACROSS
  }

  /** What is done with identities that are under two ethnicities. */
  enum Overlap {
    KEPT,
    EXCLUDED,
    BOB_FIRST_LINE
  }

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "folder data of pictures by ethnicity"),
        FileRole.required(FileRole.PAIRS, "folder txts of lists by ethnicity"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(OVERLAP, FOLDS, IMPOSTORS);
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(RfwLists.ETHNICITIES);
  }

  @Override
  public boolean bringsLandmarks() {
    return true;
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree images = source.tree(FileRole.IMAGES);
    RfwLists lists = RfwLists.read(source.tree(FileRole.PAIRS));
    ComparisonList complete = lists.comparisons();
    boolean own = source.find(FileRole.LANDMARKS).isEmpty();
    return VerificationSet.of(
        source,
        complete,
        chosen(complete, source.options()),
        new TreeFaces(
            images,
            own ? source.alignment(lists::landmarks) : source.alignment(FileRole.LANDMARKS)));
  }

  private static ComparisonList chosen(ComparisonList complete, Options options) {
    boolean oneFold = options.get(FOLDS.name(), Folds.class) == Folds.ONE;
    ComparisonList list =
        reduced(
            oneFold ? complete.inOneFold() : complete, options.get(OVERLAP.name(), Overlap.class));
    return options.get(IMPOSTORS.name(), Impostors.class) == Impostors.LISTED
        ? list
        : RfwCrossGroup.add(list);
  }

  private static ComparisonList reduced(ComparisonList list, Overlap overlap) {
    return switch (overlap) {
      case KEPT -> list;
      case EXCLUDED -> RfwOverlap.exclude(list);
      case BOB_FIRST_LINE -> RfwOverlap.excludeFirstLines(list);
    };
  }
}
