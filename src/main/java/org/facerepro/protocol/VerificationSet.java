package org.facerepro.protocol;

/** Comparisons and the faces they compare. */
public sealed interface VerificationSet permits ImageTreeSet, GeneratedSet {

  /** Returns the id of the protocol. */
  String id();

  /** Returns the comparisons in the order of the protocol's list. */
  ComparisonList list();

  /** Returns in words how pictures become aligned faces. */
  String alignment();

  /**
   * Hands every image of {@link ComparisonList#images()} to the visitor once, as an aligned face or
   * as a failure with its reason: missing, truncated, no picture, no landmarks. The order is that
   * of the files; nothing is kept in memory.
   */
  void forEachFace(FaceVisitor visitor);
}
