package org.facerepro.protocol.rbwebface;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FaceCut;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;

/** Reads the lists of RB-WebFace. */
public final class RbWebFaceReader implements LayoutReader {
  private static final String LISTS = "lists";
  private static final List<String> GROUPS = List.of("African", "Asian", "Caucasian", "Indian");
  private static final String AS_ALIGNED =
      "the authors embed crops resized to 128 and cut to 112 through 8-bit images (ccrop-8bit),"
          + " without mirroring; here every crop is embedded as aligned";

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "the images of WebFace42M"),
        FileRole.required(LISTS, "the folder of pos_pairs_samples_* and neg_pairs_samples_*"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(FaceCut.OPTION);
  }

  @Override
  public List<Measurement> measurements(ProtocolDeclaration declaration) {
    return List.of(Measurement.ALL_WITH_ALL);
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    Path folder = source.require(LISTS);
    List<GroupLists> groups = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    remarks.add("options: " + source.options().describe());
    if (FaceCut.chosen(source.options()) == FaceCut.AS_ALIGNED) {
      remarks.add(AS_ALIGNED);
    }
    for (String name : GROUPS) {
      Optional<GroupLists> group = GroupLists.read(folder, name);
      group.ifPresentOrElse(
          groups::add, () -> remarks.add("group " + name + " has no lists and is left out"));
    }
    if (groups.isEmpty()) {
      throw new DataUnavailableException(
          "%s holds no list such as pos_pairs_samples_%s.txt. How to get it: %s"
              .formatted(folder, GROUPS.get(0), source.declaration().obtain()));
    }
    remarks.addAll(source.check(counts(groups), remarks));
    return new RbWebFaceSet(
        source.id(),
        groups,
        FaceCut.apply(
            source.options(),
            new TreeFaces(source.tree(FileRole.IMAGES), source.alignment(FileRole.LANDMARKS))),
        remarks);
  }

  private static Map<String, Long> counts(List<GroupLists> groups) {
    return Map.of(
        "groups", (long) groups.size(),
        "genuine", groups.stream().mapToLong(GroupLists::genuine).sum(),
        "impostor", groups.stream().mapToLong(GroupLists::impostor).sum());
  }
}
