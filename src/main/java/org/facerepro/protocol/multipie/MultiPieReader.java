package org.facerepro.protocol.multipie;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.data.ImageTree;
import org.facerepro.metric.search.SearchRates;
import org.facerepro.protocol.EvaluationSet;
import org.facerepro.protocol.FaceSource;
import org.facerepro.protocol.FileRole;
import org.facerepro.protocol.LayoutOption;
import org.facerepro.protocol.LayoutReader;
import org.facerepro.protocol.Measurement;
import org.facerepro.protocol.Options;
import org.facerepro.protocol.ProtocolDeclaration;
import org.facerepro.protocol.ProtocolSource;
import org.facerepro.protocol.TreeFaces;
import org.facerepro.protocol.search.SearchSet;

/** Reads the tree of CMU Multi-PIE and sets up one of its protocols. */
public final class MultiPieReader implements LayoutReader {
  private static final String SUBJECTS = "subjects";
  private static final String ANNOTATIONS = "annotations";

  @Override
  public List<FileRole> roles() {
    return List.of(
        FileRole.required(FileRole.IMAGES, "the tree with session01 to session04"),
        FileRole.optional(SUBJECTS, "subject_list.txt"),
        FileRole.optional(ANNOTATIONS, "a .pos file for each image"),
        FileRole.optional(FileRole.LANDMARKS, "landmark list"));
  }

  @Override
  public List<LayoutOption> options() {
    return MultiPieOptions.all();
  }

  /** A setting searches; bob compares every model with every probe. */
  @Override
  public List<Measurement> measurements(ProtocolDeclaration declaration) {
    return new MultiPieOptions(declaration.optionsInForce()).setting().isPresent()
        ? List.of(Measurement.SEARCHES)
        : List.of(Measurement.ALL_WITH_ALL);
  }

  @Override
  public Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(asked == Measurement.SEARCHES ? SettingParts.of(options) : List.of());
  }

  @Override
  public List<Path> sources(ProtocolSource source) {
    List<Path> found = new ArrayList<>();
    found.add(source.require(FileRole.IMAGES));
    source.find(SUBJECTS).ifPresent(found::add);
    found.add(source.find(ANNOTATIONS).orElseGet(() -> source.require(FileRole.LANDMARKS)));
    return List.copyOf(found);
  }

  @Override
  public EvaluationSet open(ProtocolSource source) {
    MultiPieOptions options = new MultiPieOptions(source.options());
    ImageTree images = source.tree(FileRole.IMAGES);
    PieTree tree = PieTree.of(images);
    SubjectList list = source.find(SUBJECTS).map(SubjectList::read).orElse(null);
    PieDatabase database = new PieDatabase(tree, list);
    Optional<PieSetting> setting = options.setting();
    return setting.isPresent()
        ? setting(source, options, setting.get(), database, images)
        : bob(source, options, database, images);
  }

  private static EvaluationSet setting(
      ProtocolSource source,
      MultiPieOptions options,
      PieSetting setting,
      PieDatabase database,
      ImageTree images) {
    SettingOptions chosen = options.ofSetting();
    SettingLists lists = SettingLists.of(setting, chosen, database);
    if (lists.gallery().isEmpty() || lists.probes().isEmpty()) {
      throw new DataUnavailableException(
          "%s: nothing to search among %d subjects: %s"
              .formatted(
                  source.id(), database.subjects().size(), String.join("; ", lists.remarks())));
    }
    List<String> remarks = remarks(source, database);
    remarks.addAll(lists.remarks());
    if (!setting.confirmed()) {
      remarks.add(
          "unconfirmed: the paper's gallery and probe lists are not published; this is a reading"
              + " of its words and its numbers cannot be set beside printed ones");
    }
    List<PieImage> all = new ArrayList<>(lists.gallery());
    all.addAll(lists.probes());
    return new SearchSet(
        source.id(),
        lists.parts(chosen, database.tree()),
        SearchRates.STANDARD,
        faces(source, images, database.tree(), all),
        remarks);
  }

  private static EvaluationSet bob(
      ProtocolSource source, MultiPieOptions options, PieDatabase database, ImageTree images) {
    BobProtocol protocol = options.bob();
    BobOptions chosen = options.ofBob();
    PieGaps gaps = new PieGaps(database.tree(), chosen.missing());
    BobGroup dev = BobGroup.of(protocol, ClientGroup.DEV, database, gaps);
    BobGroup eval = BobGroup.of(protocol, ClientGroup.EVAL, database, gaps);
    List<String> remarks = remarks(source, database);
    gaps.remark().ifPresent(remarks::add);
    remarks.add(dev.describe());
    remarks.add(eval.describe());
    remarks.add(options.world().describe(protocol, database));
    List<PieImage> all = new ArrayList<>(dev.images());
    all.addAll(eval.images());
    return new BobSet(
        source.id(),
        protocol,
        chosen,
        database.tree(),
        dev,
        eval,
        faces(source, images, database.tree(), all),
        remarks);
  }

  private static List<String> remarks(ProtocolSource source, PieDatabase database) {
    List<String> remarks = new ArrayList<>();
    remarks.add("options: " + source.options().describe());
    remarks.addAll(database.remarks());
    remarks.addAll(source.check(Map.of(FileRole.IMAGES, (long) database.tree().size()), remarks));
    return remarks;
  }

  private static FaceSource faces(
      ProtocolSource source, ImageTree images, PieTree tree, Collection<PieImage> wanted) {
    Optional<Path> annotations = source.find(ANNOTATIONS);
    if (annotations.isEmpty()) {
      return new TreeFaces(images, source.alignment(FileRole.LANDMARKS));
    }
    Map<String, PieImage> byName = new HashMap<>();
    wanted.forEach(image -> byName.put(tree.file(image), image));
    return new AnnotatedFaces(images, ImageTree.open(annotations.get()), byName);
  }
}
