package org.facerepro.protocol.pair;

import java.util.List;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.Alignment;
import org.facerepro.protocol.ComparisonList;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;
import org.facerepro.protocol.VerificationSet;

/**
 * AgeDB-30: pictures with a {@code .pts} file of 68 points beside each, and the couples of ten
 * folds in a MATLAB file.
 */
public final class AgeDbReader implements LayoutReader {
  private static final LayoutOption SAME =
      LayoutOption.of(
          "same",
          AgeDbSplits.Same.NAMES,
          "names: one person where picture names start with one number or name, as packers of the"
              + " set decide; labels: the vector of labels in the file");

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "folder 03_Protocol_Images"),
        FileRole.required(FileRole.PAIRS, "MATLAB file of couples"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(SAME);
  }

  @Override
  public boolean bringsLandmarks() {
    return true;
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree tree = source.tree(FileRole.IMAGES);
    AgeDbSplits.Same same = source.options().get(SAME.name(), AgeDbSplits.Same.class);
    ComparisonList list = AgeDbSplits.read(source.require(FileRole.PAIRS), same);
    boolean own = source.find(FileRole.LANDMARKS).isEmpty();
    Alignment alignment =
        own
            ? source.alignment(() -> PtsFiles.read(tree, list.images()))
            : source.alignment(FileRole.LANDMARKS);
    return VerificationSet.of(source, list, new TreeFaces(tree, alignment));
  }
}
