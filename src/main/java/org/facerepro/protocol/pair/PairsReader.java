package org.facerepro.protocol.pair;

import java.util.List;
import java.util.Optional;
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
 * Anyone's pictures with a list in the form of {@code pairs.txt} or a table of {@link PairsCsv}.
 */
public final class PairsReader implements LayoutReader {
  private static final LayoutOption FOLDS =
      LayoutOption.of(
          "folds",
          PairsCsv.Folds.LISTED,
          "of a table: its column, else ten blocks by position; by-position: ten blocks; one:"
              + " none");

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "images"),
        FileRole.required(FileRole.PAIRS, "list of comparisons"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(FOLDS);
  }

  /** A table may name groups. */
  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.empty();
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    PairsCsv.Folds folds = source.options().get(FOLDS.name(), PairsCsv.Folds.class);
    return VerificationSet.of(
        source,
        PairLists.read(source.require(FileRole.PAIRS), folds),
        new TreeFaces(source.tree(FileRole.IMAGES), source.alignment(FileRole.LANDMARKS)));
  }
}
