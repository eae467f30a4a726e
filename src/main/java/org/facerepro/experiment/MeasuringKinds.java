package org.facerepro.experiment;

import java.util.Arrays;
import java.util.List;
import org.facerepro.core.EnumNames;

/** The kinds of stages that measure, by the names that specifications and results have for them. */
public final class MeasuringKinds {
  private static final List<String> ALL =
      Arrays.stream(Stage.Measuring.class.getPermittedSubclasses()).map(EnumNames::ofType).toList();

  private MeasuringKinds() {}

  /** Returns all of them. */
  public static List<String> all() {
    return ALL;
  }

  /** Returns whether stages of a kind measure. */
  public static boolean include(String kind) {
    return ALL.contains(kind);
  }
}
