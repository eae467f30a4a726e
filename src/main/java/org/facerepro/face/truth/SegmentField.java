package org.facerepro.face.truth;

import org.facerepro.face.draw.Spot;
import org.facerepro.face.head.Segment;

/** Says what each place of a scene's surfaces shows. */
@FunctionalInterface
public interface SegmentField {

  /** Returns what is seen at a place. */
  Segment at(Spot spot);
}
