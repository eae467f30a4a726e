package org.facerepro.protocol.multipie;

/** What a setting measures apart. */
public enum PieParts {
  /** Probes of each yaw. */
  YAW,
  /** Probes of each yaw, of each shot, and of each yaw in each shot. */
  YAW_AND_LIGHT,
  /**
   * The same, and two sides: {@code own-side} has the first half of the subjects at negative and
   * the others at positive yaw, {@code other-side} all others that are turned. A set may have shown
   * each half of its subjects from one side only.
   */
  YAW_LIGHT_AND_SIDE
}
