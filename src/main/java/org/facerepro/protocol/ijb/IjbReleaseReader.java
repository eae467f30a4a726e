package org.facerepro.protocol.ijb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.metric.Far;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;
import org.facerepro.protocol.ijb.IjbOptions.Detector;
import org.facerepro.protocol.ijb.IjbOptions.FaceNorm;
import org.facerepro.protocol.ijb.IjbOptions.Mirrored;

/**
 * IJB-B and IJB-C as InsightFace distributes them: {@code loose_crop/<n>.jpg}, {@code
 * meta/ijbc_face_tid_mid.txt}, {@code meta/ijbc_template_pair_label.txt}, {@code
 * meta/ijbc_name_5pts_score.txt}, {@code meta/ijbc_1N_*.csv}.
 */
public final class IjbReleaseReader implements LayoutReader {
  private static final String FACES = "faces";
  private static final String DETECTIONS = "detections";
  private static final String PROBES = "probes";
  private static final String FIRST_GALLERY = "gallery-1";
  private static final String SECOND_GALLERY = "gallery-2";
  private static final List<String> GALLERIES = List.of("G1", "G2");
  private static final List<String> OF_SEARCHES = List.of(PROBES, FIRST_GALLERY, SECOND_GALLERY);

  /** Another treatment of lengths than that of the script. */
  private enum Norm {
    AS_SCRIPT,
    KEPT,
    REMOVED
  }

  /** Another use of the detector score than that of the script. */
  private enum DetectorScore {
    AS_SCRIPT,
    USED,
    UNUSED
  }

  /** What becomes of the mirrored face. */
  private enum Mirror {
    AS_GIVEN,
    ABSENT,
    LEFT_OUT,
    ADDED
  }

  private static final LayoutOption SCRIPT =
      LayoutOption.of(
          "script", IjbPreset.EVAL_IJBC, "whose way from faces to templates is followed");
  private static final LayoutOption NORM =
      LayoutOption.of("norm", Norm.AS_SCRIPT, "whether faces keep the length of their embedding");
  private static final LayoutOption DETECTOR =
      LayoutOption.of(
          "detector", DetectorScore.AS_SCRIPT, "whether faces are weighted with their score");
  private static final LayoutOption MIRRORED =
      LayoutOption.of(
          "mirrored",
          Mirror.AS_GIVEN,
          "as-given: as the model's card says, given embeddings are used as they are; absent: there"
              + " is none; added, left-out: embeddings hold it as their second half");

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "loose crops"),
        FileRole.required(FACES, "list of faces (name template medium)"),
        FileRole.required(DETECTIONS, "list of landmarks and detector scores"),
        FileRole.required(FileRole.PAIRS, "list of comparisons (template template label)"),
        FileRole.optional(PROBES, "probes of the searches"),
        FileRole.optional(FIRST_GALLERY, "first gallery"),
        FileRole.optional(SECOND_GALLERY, "second gallery"));
  }

  @Override
  public List<LayoutOption> options() {
    return List.of(SCRIPT, NORM, DETECTOR, MIRRORED);
  }

  @Override
  public boolean needsAlignment() {
    return false;
  }

  /** Comparisons always; where the declaration names galleries, searches beside them. */
  @Override
  public List<Measurement> measurements(ProtocolDeclaration declaration) {
    return isSearched(declaration)
        ? List.of(Measurement.TEMPLATES, Measurement.TEMPLATE_SEARCHES)
        : List.of(Measurement.TEMPLATES);
  }

  private static boolean isSearched(ProtocolDeclaration declaration) {
    return OF_SEARCHES.stream().anyMatch(role -> !declaration.places(role).isEmpty());
  }

  /** Lists of searches that are declared must be there: without them half would be measured. */
  @Override
  public List<Path> sources(ProtocolSource source) {
    return roles().stream()
        .filter(role -> role.required() || isSearched(source.declaration()))
        .map(role -> source.require(role.name()))
        .toList();
  }

  @Override
  public List<Far> targets() {
    return TemplateMetrics.TARGETS;
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(asked == Measurement.TEMPLATE_SEARCHES ? GALLERIES : List.of());
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    FaceList faces = FaceList.read(source.require(FACES));
    FaceDetections detections = FaceDetections.read(source.require(DETECTIONS), faces);
    TemplateLayout layout = faces.layout();
    TemplatePairs pairs = TemplatePairFile.read(source.require(FileRole.PAIRS), layout);
    boolean searched = isSearched(source.declaration());
    TemplateSubjects probes = searched ? TemplateSubjects.read(source.require(PROBES)) : null;
    Map<String, TemplateSubjects> galleries = searched ? galleries(source) : Map.of();
    IjbLists lists = new IjbLists(faces, detections, layout, pairs, probes, galleries);
    List<String> remarks = new ArrayList<>(source.check(found(lists), lists.remarks()));
    return new IjbSet(
        source.id(),
        lists,
        new TreeFaces(source.tree(FileRole.IMAGES), new ReleaseAlignment(faces, detections)),
        chosen(source),
        remarks);
  }

  private static Map<String, TemplateSubjects> galleries(ProtocolSource source) {
    Map<String, TemplateSubjects> galleries = new LinkedHashMap<>();
    galleries.put(GALLERIES.get(0), TemplateSubjects.read(source.require(FIRST_GALLERY)));
    galleries.put(GALLERIES.get(1), TemplateSubjects.read(source.require(SECOND_GALLERY)));
    return galleries;
  }

  private static Map<String, Long> found(IjbLists lists) {
    Map<String, Long> found = new LinkedHashMap<>();
    found.put("faces", (long) lists.faces().size());
    found.put("templates", (long) lists.layout().size());
    found.put("genuine", (long) lists.pairs().genuineCount());
    found.put("impostor", (long) lists.pairs().size() - lists.pairs().genuineCount());
    TemplateSubjects probes = lists.probes();
    found.put("probes", probes == null ? 0L : probes.size());
    lists
        .galleries()
        .forEach((name, gallery) -> found.put("gallery-" + name, (long) gallery.size()));
    return found;
  }

  private static IjbOptions chosen(ProtocolSource source) {
    IjbPreset script = source.options().get(SCRIPT.name(), IjbPreset.class);
    IjbOptions options = script.options();
    options =
        switch (source.options().get(NORM.name(), Norm.class)) {
          case AS_SCRIPT -> options;
          case KEPT -> options.with(FaceNorm.KEPT);
          case REMOVED -> options.with(removed(script));
        };
    options =
        switch (source.options().get(DETECTOR.name(), DetectorScore.class)) {
          case AS_SCRIPT -> options;
          case USED -> options.with(used(options));
          case UNUSED -> options.with(Detector.UNUSED);
        };
    return options.with(
        switch (source.options().get(MIRRORED.name(), Mirror.class)) {
          case AS_GIVEN -> Mirrored.AS_GIVEN;
          case ABSENT -> Mirrored.ABSENT;
          case LEFT_OUT -> Mirrored.LEFT_OUT;
          case ADDED -> Mirrored.ADDED;
        });
  }

  private static FaceNorm removed(IjbPreset script) {
    return script == IjbPreset.IJB_EVALS ? FaceNorm.REMOVED_BY_SKLEARN : FaceNorm.REMOVED;
  }

  private static Detector used(IjbOptions options) {
    return options.detector() == Detector.UNUSED ? Detector.FLOAT32 : options.detector();
  }
}
