package org.facerepro.face.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;

/** Ground truth of a picture as files beside it: a PNG for each map, one JSON for all else. */
public final class TruthFiles {
  /** Ending of the file of all that is no map. */
  public static final String JSON = "truth.json";

  private TruthFiles() {}

  /** Returns the endings of the files that some parts make, in their order. */
  public static List<String> endings(Collection<TruthPart> parts) {
    List<String> endings = new ArrayList<>();
    parts.forEach(part -> part.map().ifPresent(kind -> endings.add(kind.label() + ".png")));
    if (parts.stream().anyMatch(part -> part.map().isEmpty())) {
      endings.add(JSON);
    }
    return List.copyOf(endings);
  }

  /**
   * Requires that a head has the maps asked for.
   *
   * @param known the maps that it has
   * @throws InvalidValueException naming those that it has
   */
  public static void require(Collection<TruthPart> parts, Set<TruthKind> known) {
    for (TruthPart part : parts) {
      if (part.map().isPresent() && !known.contains(part.map().get())) {
        throw new InvalidValueException(
            "truth",
            "maps that this head has: "
                + known.stream().map(TruthKind::label).collect(Collectors.joining(", ")),
            part.label());
      }
    }
  }

  /**
   * Returns the files of one picture by ending.
   *
   * @param maps of the picture
   * @param entries what the JSON says
   */
  public static Map<String, byte[]> of(
      Collection<TruthPart> parts, TruthMaps maps, TruthEntries entries) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (TruthPart part : parts) {
      part.map().ifPresent(kind -> files.put(kind.label() + ".png", TruthPng.encode(maps, kind)));
    }
    if (endings(parts).contains(JSON)) {
      files.put(JSON, Json.pretty(entries));
    }
    return files;
  }
}
