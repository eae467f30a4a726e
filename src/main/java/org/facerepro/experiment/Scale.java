package org.facerepro.experiment;

import java.util.Arrays;
import org.facerepro.core.EnumNames;
import org.facerepro.core.InvalidValueException;

/** How large an experiment runs, and on which data. */
public enum Scale {
  /** Only what the program generates; minutes on two CPU cores. */
  EMBEDDED,
  /** A small folder of real faces in official layouts; an hour on two CPU cores. */
  SAMPLE,
  /** The papers' own sets as distributed; GPUs. */
  PAPER;

  /**
   * Returns the scale of a written name.
   *
   * @throws InvalidValueException if there is none
   */
  public static Scale of(String name) {
    return Arrays.stream(values())
        .filter(scale -> EnumNames.of(scale).equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("scale", "one of " + names(), name));
  }

  private static String names() {
    return String.join(", ", EnumNames.all(Scale.class));
  }
}
