package org.facerepro.face.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Listing;
import org.facerepro.image.ImageCodec;
import org.facerepro.image.Resize;
import org.facerepro.image.RgbImage;

/**
 * Pictures to stand behind faces, decoded once and kept small; immutable, shared by all threads.
 *
 * @param pictures what could be decoded, in order of their paths
 * @param refused paths of the files that are no pictures, each with the reason
 */
public record BackgroundFolder(List<RgbImage> pictures, List<String> refused) {
  /** No folder: backgrounds are procedural. */
  public static final BackgroundFolder NONE = new BackgroundFolder(List.of(), List.of());

  /** Longer side to which large pictures are reduced, pixels. */
  static final int LONGEST = 512;

  private static final int SHOWN = 5;

  public BackgroundFolder {
    pictures = List.copyOf(pictures);
    refused = List.copyOf(refused);
  }

  /**
   * Reads all pictures of a folder and of the folders below it; hidden files are passed over.
   *
   * @throws DataUnavailableException if there is no such folder or no picture in it
   */
  public static BackgroundFolder read(Path folder) {
    return read(folder, "");
  }

  /** Reads the pictures whose names end in a given way; see {@link #read(Path)}. */
  public static BackgroundFolder read(Path folder, String ending) {
    List<RgbImage> pictures = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Path file : files(folder, ending)) {
      String name = folder.relativize(file).toString();
      try {
        pictures.add(reduced(ImageCodec.decode(Files.readAllBytes(file), name)));
      } catch (CorruptDataException e) {
        refused.add(e.getMessage());
      } catch (IOException e) {
        refused.add(name + " cannot be read: " + e.getMessage());
      }
    }
    if (pictures.isEmpty()) {
      throw new DataUnavailableException(
          "no picture for backgrounds in %s: of %d files none could be decoded%s; give a folder of JPEG or PNG pictures"
              .formatted(
                  folder,
                  refused.size(),
                  refused.isEmpty() ? "" : " (" + Listing.first(SHOWN, refused) + ")"));
    }
    return new BackgroundFolder(pictures, refused);
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      throw new DataUnavailableException(
          "no folder of backgrounds at " + folder + "; give a folder of JPEG or PNG pictures");
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(ending))
          .filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new DataUnavailableException("cannot list backgrounds in " + folder, e);
    }
  }

  private static RgbImage reduced(RgbImage picture) {
    int longer = Math.max(picture.width(), picture.height());
    if (longer <= LONGEST) {
      return picture;
    }
    double f = (double) LONGEST / longer;
    return Resize.area(
        picture,
        Math.max(1, (int) Math.round(f * picture.width())),
        Math.max(1, (int) Math.round(f * picture.height())));
  }
}
