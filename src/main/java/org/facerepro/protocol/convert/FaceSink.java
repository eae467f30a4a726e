package org.facerepro.protocol.convert;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Progress;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.data.FaceSetWriter;
import org.facerepro.protocol.Alignment;
import org.jspecify.annotations.Nullable;

/** Writes chosen pictures as a face set, in the order in which they come. */
final class FaceSink extends ParallelPictures<CollectedFace> implements AutoCloseable {
  private static final int PER_SHARD = 1000;

  private final FaceSelection chosen;
  private final @Nullable Alignment alignment;
  private final Strangers strangers;
  private final SetTerms terms;
  private final Path target;
  private final Progress.Task task;
  private final SampleKeys keys = new SampleKeys();
  private final Map<String, String> failures = new TreeMap<>();
  private final Map<String, String> faces = new HashMap<>();
  private int repeated;
  private int underTwoNames;
  private int side;
  private @Nullable FaceSetWriter writer;

  FaceSink(
      FaceSelection chosen,
      @Nullable Alignment alignment,
      Strangers strangers,
      SetTerms terms,
      Path target,
      Progress.Task task) {
    this.chosen = chosen;
    this.alignment = alignment;
    this.strangers = strangers;
    this.terms = terms;
    this.target = target;
    this.task = task;
  }

  @Override
  CollectedFace prepare(String name, byte[] content) {
    return CollectedFace.of(name, content, alignment);
  }

  @Override
  public void failed(String name, String reason) {
    failures.put(name, reason);
    task.advance(1);
  }

  /** Writes what is left, and the index if nothing failed. */
  void finish() {
    flush();
    if (writer != null && failures.isEmpty()) {
      writer.complete();
    }
  }

  @Override
  void take(CollectedFace face) {
    task.advance(1);
    String reason = face.failure().orElseGet(() -> wrongSide(face));
    if (!reason.isEmpty()) {
      failures.put(face.name(), reason);
      return;
    }
    requireNoStranger(face);
    String person = chosen.people().get(face.name());
    if (person == null) {
      throw new IllegalStateException(face.name() + " was not asked for");
    }
    countRepeated(face, person);
    writer(face.side())
        .add(
            FaceSample.takeOver(
                keys.of(face.name()), person, face.format(), face.encoded(), NullNode.instance));
  }

  /** The first picture that is a face tells the side of all. */
  private String wrongSide(CollectedFace face) {
    if (side == 0) {
      side = face.side();
    }
    return face.side() == side
        ? ""
        : "it is %d x %d, the pictures before it are %d x %d"
            .formatted(face.side(), face.side(), side, side);
  }

  private void requireNoStranger(CollectedFace face) {
    String reason = strangers.whyNotPicture(face.pictureHash(), face.faceHash()).orElse("");
    if (!reason.isEmpty()) {
      throw new CorruptDataException(
          "%s is the very picture of one to be kept apart: %s; take its person off the list"
              .formatted(face.name(), reason));
    }
  }

  private void countRepeated(CollectedFace face, String person) {
    String before = faces.putIfAbsent(face.faceHash(), person);
    if (before != null) {
      repeated++;
      underTwoNames += before.equals(person) ? 0 : 1;
    }
  }

  private FaceSetWriter writer(int pixels) {
    if (writer == null) {
      FaceSetInfo info =
          new FaceSetInfo(terms.name(), terms.licence(), terms.realDataUse(), pixels);
      writer = FaceSetWriter.create(target, info, PER_SHARD);
    }
    return writer;
  }

  Map<String, String> failures() {
    return failures;
  }

  /** Returns what is odd about the faces. */
  List<String> remarks() {
    return repeated == 0
        ? List.of()
        : List.of(
            "%d faces are, pixel for pixel, one that came before, %d of them under another name"
                .formatted(repeated, underTwoNames));
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
