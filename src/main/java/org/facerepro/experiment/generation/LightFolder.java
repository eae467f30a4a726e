package org.facerepro.experiment.generation;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.face.LightPrior;
import org.facerepro.face.MeasuredLights;
import org.facerepro.face.basel.IlluminationPrior;
import org.jspecify.annotations.Nullable;

/**
 * The folder of measured lights that a specification names.
 *
 * @param prior draws from it; null if none is named
 * @param contents the key {@code lightPrior/folder} with a hash over all files, or nothing
 */
record LightFolder(@Nullable MeasuredLights prior, Map<String, String> contents) {
  static final LightFolder NONE = new LightFolder(null, Map.of());

  public LightFolder {
    contents = Map.copyOf(contents);
  }

  /** Returns what the folder and other files held. */
  Map<String, String> with(Map<String, String> others) {
    Map<String, String> all = new TreeMap<>(others);
    all.putAll(contents);
    return Map.copyOf(all);
  }

  /**
   * Reads a folder; none if it is not named.
   *
   * @throws org.facerepro.core.DataUnavailableException if there is no such folder or no light in
   *     it
   * @throws org.facerepro.core.CorruptDataException if a file is no light
   */
  static LightFolder read(@Nullable LightPrior named) {
    if (named == null) {
      return NONE;
    }
    Path folder = Path.of(named.folder());
    MeasuredLights lights = new MeasuredLights(named, IlluminationPrior.read(folder));
    return new LightFolder(lights, Map.of("lightPrior/folder", "sha256 " + FolderHash.of(folder)));
  }
}
