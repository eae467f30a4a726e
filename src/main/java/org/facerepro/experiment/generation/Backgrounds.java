package org.facerepro.experiment.generation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Listing;
import org.facerepro.face.scene.BackgroundFolder;
import org.jspecify.annotations.Nullable;

/**
 * The folder of backgrounds that a specification names.
 *
 * @param folder its pictures
 * @param contents the key {@code backgrounds} with a hash over all files, or nothing
 */
record Backgrounds(BackgroundFolder folder, Map<String, String> contents) {
  private static final int SHOWN = 3;

  static final Backgrounds NONE = new Backgrounds(BackgroundFolder.NONE, Map.of());

  public Backgrounds {
    contents = Map.copyOf(contents);
  }

  /**
   * Reads a folder; none if it is not named.
   *
   * @throws DataUnavailableException if there is no such folder or no picture in it
   */
  static Backgrounds read(@Nullable String name) {
    return name == null ? NONE : read(name, "");
  }

  /** Reads the pictures of a folder whose names end in a given way. */
  static Backgrounds read(String name, String ending) {
    Path path = Path.of(name);
    BackgroundFolder folder = BackgroundFolder.read(path, ending);
    return new Backgrounds(folder, Map.of("backgrounds", "sha256 " + FolderHash.of(path)));
  }

  /** Returns how many files were no pictures, with the first of them; nothing if all were. */
  List<String> remarks() {
    List<String> refused = folder.refused();
    return refused.isEmpty()
        ? List.of()
        : List.of(
            "%d of %d files among the backgrounds are no pictures and left out: %s"
                .formatted(
                    refused.size(),
                    refused.size() + folder.pictures().size(),
                    Listing.first(SHOWN, refused)));
  }
}
