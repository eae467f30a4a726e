package org.facerepro.experiment.generation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.Require;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;
import org.facerepro.face.law.Law;
import org.facerepro.face.model.ModelCard;

/**
 * Something that renders the faces of a set, each a pure function of its number; immutable and
 * thread-safe.
 */
public interface FaceSource {
  /** Returns what the set says about itself. */
  FaceSetInfo info();

  /** Returns the number of subjects. */
  int subjects();

  /** Returns the number of samples of each subject. */
  int samplesPerSubject();

  /** Returns the id of a subject, the same wherever the subject's number is. */
  String subjectId(int subject);

  /** Returns a worker with buffers of its own. */
  Worker worker();

  /** Returns the endings of the files that every sample has beside its picture, in their order. */
  default List<String> companions() {
    return List.of();
  }

  /** Returns the number that each subject's first picture has in the names of the Basel layout. */
  default int firstNumber() {
    return 0;
  }

  /** Returns files that explain those beside the pictures, by name; one for the whole set each. */
  default Map<String, byte[]> legends() {
    return Map.of();
  }

  /** Returns in words what of that which was asked for is left out, such as damaged files. */
  default List<String> remarks() {
    return List.of();
  }

  /** Returns what the morphable model behind the faces says about itself; empty without one. */
  default Optional<ModelCard> model() {
    return Optional.empty();
  }

  /**
   * Returns what the files that a specification names held, by the specification's keys, so that a
   * recipe depends on their content and not on where they lay.
   */
  default Map<String, String> contents() {
    return Map.of();
  }

  /**
   * Returns the laws in force by the names of their controls; none where something else decides.
   */
  default Map<String, Law> laws() {
    return Map.of();
  }

  /**
   * Draws the first subject without painting, so that what cannot be drawn at all says so before
   * anything is written.
   *
   * @throws org.facerepro.core.InvalidValueException if nobody meets the specification's condition
   */
  default void requireDrawable() {}

  /** Renders with buffers of its own; not thread-safe. */
  @FunctionalInterface
  interface Worker {
    /**
     * Renders and encodes samples of one subject.
     *
     * @param subject its number
     * @param first number of its first sample wanted
     * @param end number after its last sample wanted
     */
    List<FaceSample> render(int subject, int first, int end);
  }

  /**
   * Returns the number of samples of the whole set.
   *
   * @throws org.facerepro.core.InvalidValueException if one set cannot hold so many
   */
  default int samples() {
    long samples = (long) subjects() * samplesPerSubject();
    Require.between("samples", samples, 1, Integer.MAX_VALUE);
    return (int) samples;
  }
}
