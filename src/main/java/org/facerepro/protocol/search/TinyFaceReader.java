package org.facerepro.protocol.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facerepro.data.ImageTree;
import org.facerepro.metric.search.Roster;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;

/**
 * TinyFace: every image of {@code Probe} is searched among its mates in {@code Gallery_Match} and
 * the strangers in {@code Gallery_Distractor}. A closed set; of several mates the best one counts.
 */
public final class TinyFaceReader implements LayoutReader {
  private static final SearchRates RATES = SearchRates.STANDARD.withRanks(1, 5, 20);

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "the folder Testing_Set"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<Measurement> measurements(ProtocolDeclaration declaration) {
    return List.of(Measurement.SEARCHES);
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    ImageTree tree = source.tree(FileRole.IMAGES);
    TinyFaceFolders folders = TinyFaceFolders.of(tree);
    Roster gallery = folders.gallery();
    Roster probes = folders.probes();
    Map<String, Long> found =
        Map.of(
            "probes", (long) probes.size(),
            "matches", (long) gallery.size() - folders.distractors(),
            "distractors", (long) folders.distractors());
    List<String> remarks = new ArrayList<>();
    remarks.add("options: " + source.options().describe());
    remarks.addAll(folders.remarks());
    remarks.addAll(source.check(found, remarks));
    return new SearchSet(
        source.id(),
        List.of(new SearchPart("all", gallery, probes)),
        RATES,
        new TreeFaces(tree, source.alignment(FileRole.LANDMARKS)),
        remarks);
  }
}
