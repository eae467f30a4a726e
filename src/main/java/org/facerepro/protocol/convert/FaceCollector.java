package org.facerepro.protocol.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.core.Listing;
import org.facerepro.core.Progress;
import org.facerepro.data.ImageTree;
import org.facerepro.protocol.Alignment;
import org.facerepro.protocol.FivePoint;
import org.facerepro.protocol.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * Makes a face set out of real faces in a container of any form that people are told apart in: each
 * picture once, in the order of the container, so that the same files give the same bytes. Decodes
 * and aligns on all processors; takes memory for the names and for some hundred pictures.
 */
public final class FaceCollector {
  private static final int SHOWN = 10;

  private final PictureSource source;
  private final FaceChoice choice;
  private final Strangers strangers;
  private final Progress progress;
  private final @Nullable Alignment alignment;
  private final Map<String, String> failures = new TreeMap<>();

  private FaceCollector(
      PictureSource source, FaceChoice choice, Strangers strangers, Progress progress) {
    this.source = source;
    this.choice = choice;
    this.strangers = strangers;
    this.progress = progress;
    Path landmarks = choice.landmarks();
    this.alignment = landmarks == null ? null : new FivePoint(Landmarks.read(landmarks));
  }

  /**
   * Collects faces.
   *
   * @param container see {@link SourceForm}
   * @param strangers who and what must not be in the set; the lists of the choice are added to it
   * @param terms name, licence and use of real faces that the set announces
   * @param target folder of the set, which is written anew
   * @throws DataUnavailableException if something is missing, nothing is chosen, or pictures are
   *     broken and are not to be left out
   * @throws CorruptDataException if a stranger is chosen, or a picture of one
   */
  public static CollectedFaces run(
      Path container,
      FaceChoice choice,
      Strangers strangers,
      SetTerms terms,
      Path target,
      Progress progress) {
    try (PictureSource source = PictureSources.open(container)) {
      FaceCollector collector = new FaceCollector(source, choice, strangers, progress);
      CollectedFaces collected = collector.collect(terms, target);
      AtomicFiles.writeFile(target.resolve(CollectedFaces.FILE), Json.pretty(collected));
      return collected;
    }
  }

  private CollectedFaces collect(SetTerms terms, Path target) {
    int apart = addStrangers();
    FaceSelection chosen = FaceSelection.of(source, choice, Set.of());
    while (true) {
      requireNoStranger(new TreeSet<>(chosen.people().values()));
      FaceSink sink = write(chosen, terms, target);
      if (sink.failures().isEmpty()) {
        return summary(chosen, sink, apart);
      }
      failures.putAll(sink.failures());
      refuseFailures();
      // People who lost pictures may have too few now, so that the choice is made again.
      chosen = FaceSelection.of(source, choice, failures.keySet());
    }
  }

  private FaceSink write(FaceSelection chosen, SetTerms terms, Path target) {
    try (Progress.Task task = progress.start("align", chosen.people().size(), "pictures");
        FaceSink sink = new FaceSink(chosen, alignment, strangers, terms, target, task)) {
      source.read(chosen.people().keySet(), sink);
      sink.finish();
      return sink;
    }
  }

  private int addStrangers() {
    Map<String, String> names = new HashMap<>();
    for (Path list : choice.strangers()) {
      PeopleList.read(list).keySet().forEach(name -> names.put(name, "list " + list.getFileName()));
    }
    names.forEach(strangers::addPerson);
    Map<String, String> pictures = new HashMap<>();
    for (Picture picture : source.pictures()) {
      String person = picture.identity();
      if (person != null && names.containsKey(person)) {
        pictures.put(picture.name(), names.get(person) + ", " + picture.name());
      }
    }
    source.read(pictures.keySet(), new StrangerPictures(pictures, strangers));
    return strangers.size();
  }

  private void requireNoStranger(Collection<String> people) {
    List<String> leaked = new ArrayList<>();
    for (String person : people) {
      strangers.whyNot(person).ifPresent(reason -> leaked.add(person + " (" + reason + ")"));
    }
    if (!leaked.isEmpty()) {
      throw new CorruptDataException(
          "%d people are chosen to learn from who are to be kept apart: %s; take them off the list"
              .formatted(leaked.size(), Listing.first(SHOWN, leaked)));
    }
  }

  private void refuseFailures() {
    if (!choice.skipBroken()) {
      throw new DataUnavailableException(
          "%d pictures are broken or missing; skipBroken leaves them out, counted:%s"
              .formatted(failures.size(), Listing.reasons(SHOWN, failures)));
    }
  }

  private CollectedFaces summary(FaceSelection chosen, FaceSink sink, int apart) {
    List<String> remarks = new ArrayList<>(source.remarks());
    remarks.addAll(sink.remarks());
    if (chosen.unnamed() > 0) {
      remarks.add(chosen.unnamed() + " pictures lie in no folder of a person and are left out");
    }
    return new CollectedFaces(
        CollectedFaces.SCHEMA,
        EnumNames.of(source.form()),
        alignment == null ? "as they come, said to be aligned" : alignment.describe(),
        source.pictures().size(),
        chosen.subjects(),
        chosen.people().size(),
        apart,
        failures,
        remarks);
  }

  /** Hashes the pictures of strangers as they lie in the container. */
  private record StrangerPictures(Map<String, String> reasons, Strangers strangers)
      implements ImageTree.Visitor {
    @Override
    public void file(String name, byte[] content) {
      strangers.addPicture(content, reasons.getOrDefault(name, name));
    }

    @Override
    public void missing(String name) {
      // Names come from the container itself.
    }

    @Override
    public void failed(String name, String reason) {
      // A picture that cannot be read cannot be chosen either.
    }
  }
}
