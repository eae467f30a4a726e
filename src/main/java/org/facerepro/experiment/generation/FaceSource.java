package org.facerepro.experiment.generation;

import java.util.List;
import org.facerepro.core.Require;
import org.facerepro.data.FaceSample;
import org.facerepro.data.FaceSetInfo;

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
