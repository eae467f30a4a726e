package org.facerepro.protocol.pair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facerepro.protocol.Comparison;
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

/** Balanced Faces in the Wild: pictures of eight subgroups and a table of comparisons in CSV. */
public final class BfwReader implements LayoutReader {
  private static final LayoutOption BAD_IMAGES =
      LayoutOption.of(
          "bad-images",
          BadImages.KEPT,
          "whether comparisons of the three images that the authors call bad are left out");
  private static final Set<String> BAD =
      Set.of(
          "asian_females/n002509/0139_03",
          "white_females/n003391/0017_02",
          "asian_males/n006741/0275_02");

  /** What is done with images that the authors call bad. */
  enum BadImages {
    KEPT,
    EXCLUDED
  }

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "images by subgroup"),
        FileRole.required(FileRole.PAIRS, "datatable in CSV"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(BAD_IMAGES);
  }

  /** The table names the subgroups. */
  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.empty();
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ComparisonList complete = BfwTable.read(source.require(FileRole.PAIRS));
    boolean kept = source.options().get(BAD_IMAGES.name(), BadImages.class) == BadImages.KEPT;
    return VerificationSet.of(
        source,
        complete,
        kept ? complete : withoutBad(complete),
        new TreeFaces(source.tree(FileRole.IMAGES), source.alignment(FileRole.LANDMARKS)));
  }

  private static ComparisonList withoutBad(ComparisonList list) {
    List<Comparison> kept =
        list.comparisons().stream()
            .filter(c -> !bad(c.firstImage()) && !bad(c.secondImage()))
            .toList();
    return new ComparisonList(kept, list.folds(), list.remarks())
        .withRemarks(
            List.of(
                "%d comparisons of images that the authors call bad are left out"
                    .formatted(list.comparisons().size() - kept.size())));
  }

  private static boolean bad(String image) {
    int dot = image.lastIndexOf('.');
    return BAD.contains(dot < 0 ? image : image.substring(0, dot));
  }
}
