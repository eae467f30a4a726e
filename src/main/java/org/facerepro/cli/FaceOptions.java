package org.facerepro.cli;

import java.nio.file.Path;
import org.facerepro.core.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say who embeds the faces of a protocol. */
final class FaceOptions {
  private static final int MOST_AT_ONCE = 4096;

  @Mixin final ModelOptions model = new ModelOptions();

  @Option(
      names = "--batch",
      defaultValue = "32",
      paramLabel = "N",
      description = "Pictures that the network takes at once; default: 32.")
  int batch = 32;

  @Option(
      names = "--embeddings",
      paramLabel = "F",
      description =
          "Embeddings that another program made, .npy [n, d], or a folder of this program.")
  @Nullable Path embeddings;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description =
          "Image of each row, one per line; default: the order of --export-list, or the two sides"
              + " of each comparison in turn.")
  @Nullable Path ids;

  @Option(
      names = "--export-list",
      paramLabel = "FILE",
      description = "Embed nothing; write the names of the images in the order of the protocol.")
  @Nullable Path exportList;

  @Option(
      names = "--export-crops",
      paramLabel = "DIR|FILE.npy",
      description =
          "With --export-list: write the aligned faces too, as PNG files or as one array uint8"
              + " [n, 112, 112, 3]; the list then holds the images that could be aligned.")
  @Nullable Path exportCrops;

  /**
   * Checks that the options fit each other.
   *
   * @throws SpecException if not
   */
  void check() {
    int ways =
        (model.isGiven() ? 1 : 0) + (embeddings == null ? 0 : 1) + (exportList == null ? 0 : 1);
    require(ways <= 1, "give one of --model, --embeddings and --export-list at most");
    require(
        (embeddings == null && exportList == null) || !model.isVaried(),
        "--card and --flip need a model");
    require(embeddings != null || ids == null, "--ids needs --embeddings");
    require(exportList != null || exportCrops == null, "--export-crops needs --export-list");
    require(batch >= 1 && batch <= MOST_AT_ONCE, "--batch must be from 1 to " + MOST_AT_ONCE);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new SpecException(message);
    }
  }
}
