package org.facerepro.protocol.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.data.ImageTree;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;

/**
 * The open-set searches of LFW that bob.bio.face sets up: o1, o2 and o3, which differ in the people
 * that are not enrolled; see {@link LfwPeople}. Of three images enrolled the best one counts.
 */
public final class LfwSearchReader implements LayoutReader {
  private static final String PEOPLE = "people";
  private static final LayoutOption UNKNOWN =
      LayoutOption.of(
          "unknown",
          LfwPeople.Unknown.BOTH,
          "probes without mates; few-images: of people with two or three images (o1);"
              + " one-image: of people with one (o2); both (o3)");

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "images"),
        FileRole.required(PEOPLE, "list of people lfw-names.txt"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(UNKNOWN);
  }

  @Override
  public List<Measurement> measurements(ProtocolDeclaration declaration) {
    return List.of(Measurement.SEARCHES);
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree tree = source.tree(FileRole.IMAGES);
    LfwPeople people =
        LfwPeople.read(
            source.require(PEOPLE), source.options().get(UNKNOWN.name(), LfwPeople.Unknown.class));
    List<String> remarks = new ArrayList<>();
    remarks.add("options: " + source.options().describe());
    remarks.addAll(
        source.check(Map.of("people", (long) people.people(), "images", people.images()), remarks));
    return new SearchSet(
        source.id(),
        List.of(new SearchPart("all", people.gallery(), people.probes())),
        SearchRates.STANDARD,
        new TreeFaces(tree, source.alignment(FileRole.LANDMARKS)),
        remarks);
  }
}
