package org.facerepro.protocol;

import java.util.List;
import java.util.Map;
import org.facerepro.metric.Far;

/**
 * A protocol that compares templates, each joined from several faces of one subject. Of its parts,
 * those that hold scores are comparisons.
 */
public interface TemplateVerificationSet extends EvaluationSet {

  /** Returns the false accept rates at which true accept rates are reported. */
  List<Far> targets();

  /** Returns the subject of each face, a number of the set's own, as far as the lists tell. */
  Map<String, String> subjects();

  @Override
  TemplateVerificationSet with(MirroredFace held);
}
