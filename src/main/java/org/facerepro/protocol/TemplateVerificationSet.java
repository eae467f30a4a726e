package org.facerepro.protocol;

import java.util.List;
import org.facerepro.metric.Far;

/** A protocol that compares templates. Of its parts, those that hold scores are comparisons. */
public interface TemplateVerificationSet extends TemplateProtocol {

  /** Returns the false accept rates at which true accept rates are reported. */
  List<Far> targets();
}
