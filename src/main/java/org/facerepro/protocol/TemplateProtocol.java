package org.facerepro.protocol;

import java.util.Map;

/** A protocol whose unit is the template, joined from several faces of one subject. */
public interface TemplateProtocol extends EvaluationSet {

  /** Returns the subject of each face, a number of the set's own, as far as the lists tell. */
  Map<String, String> subjects();
}
