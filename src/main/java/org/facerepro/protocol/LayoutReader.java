package org.facerepro.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facerepro.metric.Far;

/** Reads the files of one {@link Layout}, unchanged, as they are distributed. */
public interface LayoutReader {

  /** Returns the parts that files play; a declaration names places for no others. */
  List<FileRole> roles();

  /** Returns what can be chosen, {@link Options#RELEASE} aside. */
  default List<LayoutOption> options() {
    return List.of();
  }

  /** Returns whether comparisons are drawn, by the {@link Draw} of the declaration. */
  default boolean drawn() {
    return false;
  }

  /**
   * Returns what is asked of embeddings, what a protocol leads with first.
   *
   * @param declaration of this layout
   * @throws org.facerepro.core.SpecException if its options do not go together
   */
  default List<Measurement> measurements(ProtocolDeclaration declaration) {
    return List.of(Measurement.COUPLES);
  }

  /**
   * Returns the names that parts can have beside the whole, none where only the whole is measured;
   * empty where only the files tell.
   *
   * @param asked what is measured
   * @param options all options of this layout with the values in force
   */
  default Optional<List<String>> parts(Measurement asked, Options options) {
    return Optional.of(List.of());
  }

  /** Returns the false accept rates at which comparisons of templates are reported, if any are. */
  default List<Far> targets() {
    return List.of();
  }

  /** Returns whether pictures are to be aligned, as the declaration says; else they come so. */
  default boolean needsAlignment() {
    return true;
  }

  /** Returns whether sets come with landmarks in a form of their own, so that no list is needed. */
  default boolean bringsLandmarks() {
    return false;
  }

  /**
   * Opens the set.
   *
   * @throws org.facerepro.core.DataUnavailableException if something is not there
   * @throws org.facerepro.core.CorruptDataException if a list is broken
   */
  EvaluationSet open(ProtocolSource source);

  /**
   * Returns every file and folder that {@link #open} reads.
   *
   * @throws org.facerepro.core.DataUnavailableException if one that is needed is not there
   */
  default List<Path> sources(ProtocolSource source) {
    List<Path> found = new ArrayList<>();
    for (FileRole role : roles()) {
      if (role.required()) {
        found.add(source.require(role.name()));
      } else if (role.name().equals(FileRole.LANDMARKS) && !bringsLandmarks()) {
        source.landmarkList(role.name()).ifPresent(found::add);
      } else {
        source.find(role.name()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }
}
