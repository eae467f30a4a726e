package org.facerepro.experiment;

import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.Require;
import org.jspecify.annotations.Nullable;

/**
 * Who must not be among faces to learn from. A person of the same name, or the very same picture,
 * is refused.
 *
 * @param people lists of people whose pictures lie with the others
 * @param protocols protocols whose people and faces are kept apart
 */
public record Apart(List<String> people, List<String> protocols) {
  static final Apart NOBODY = new Apart(List.of(), List.of());

  public Apart {
    people = List.copyOf(people);
    protocols = List.copyOf(protocols);
    people.forEach(place -> requireBelow("people", place));
  }

  /** Requires a place, if there is one, to be named from the folder with real data on. */
  static void requireBelow(String key, @Nullable String place) {
    if (place == null) {
      return;
    }
    Path path = Path.of(place);
    boolean below = !path.isAbsolute() && !path.normalize().startsWith("..");
    Require.that(below && !place.isBlank(), key, "a place below the folder with real data", place);
  }
}
