package org.facerepro.face.head;

/** A piece of the head with a mesh of its own; deformations treat some of them as rigid. */
public enum HeadPart {
  SKIN,
  EAR,
  /** A ball that moves with the middle of its lid opening; its iris is painted by the gaze. */
  EYEBALL,
  /** Teeth of the skull: expressions leave them where they are. */
  UPPER_TEETH,
  /** Teeth, tongue and floor of the mouth: they follow the jaw. */
  LOWER_TEETH,
  /** The dark back of the mouth. */
  MOUTH_CAVITY,
  /** Walls that begin at the edges of lids and lips and move with them. */
  LINING
}
