package org.facerepro.protocol.pair;

import java.util.List;
import java.util.Optional;
import org.facerepro.data.ImageTree;
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
 * Anyone's pictures in a folder per person ({@code person/picture.jpg}), where wanted in a folder
 * per group ({@code group/person/picture.jpg}); comparisons are drawn, within groups only.
 */
public final class FolderReader implements LayoutReader {
  private static final LayoutOption GROUPS =
      LayoutOption.of(
          "groups",
          PersonFolders.Groups.NONE,
          "outer-folder: the folder around those of people is their group");

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "folders of people"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(GROUPS);
  }

  @Override
  public boolean drawn() {
    return true;
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return options.get(GROUPS.name(), PersonFolders.Groups.class) == PersonFolders.Groups.NONE
        ? Optional.of(List.of())
        : Optional.empty();
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree tree = source.tree(FileRole.IMAGES);
    PersonFolders.Groups groups = source.options().get(GROUPS.name(), PersonFolders.Groups.class);
    return VerificationSet.of(
        source,
        PersonFolders.of(tree, groups).draw(source.draw()),
        new TreeFaces(tree, source.alignment(FileRole.LANDMARKS)));
  }
}
