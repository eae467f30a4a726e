package org.facerepro.face.law;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.NearNames;

/** Finds controls by their written names. */
public final class Controls {
  private static final Map<String, FaceControl> NAMED =
      Arrays.stream(FaceControl.values())
          .collect(
              Collectors.toMap(FaceControl::label, Function.identity(), (a, b) -> a, TreeMap::new));

  private Controls() {}

  /** Returns the names of all controls but those of components, sorted. */
  public static List<String> names() {
    return List.copyOf(NAMED.keySet());
  }

  /**
   * Returns the control of a name.
   *
   * @param key what to blame in an error
   * @throws InvalidValueException if there is none; whether a component exists is for the model to
   *     say
   */
  public static Control named(String key, String name) {
    FaceControl named = NAMED.get(name);
    if (named != null) {
      return named;
    }
    for (ComponentControl.Family family : ComponentControl.Family.values()) {
      if (name.startsWith(family.prefix()) && name.length() > family.prefix().length()) {
        return new ComponentControl(family, name.substring(family.prefix().length()));
      }
    }
    throw new InvalidValueException(
        key,
        "the name of a control, such as pose.yaw or shape.nose-width"
            + NearNames.hint(name, NAMED.keySet()),
        "'" + name + "'");
  }
}
