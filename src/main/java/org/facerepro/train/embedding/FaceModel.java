package org.facerepro.train.embedding;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.SpecException;
import org.facerepro.image.Resampling;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceEmbedder;
import org.facerepro.nn.FlipMode;
import org.facerepro.nn.foreign.NetFormat;
import org.facerepro.train.ModelFacts;
import org.jspecify.annotations.Nullable;

/** A model on disk, ready to be opened. */
public sealed interface FaceModel permits OwnModel, ForeignModel {

  /** Returns what reports say of it. */
  ModelIdentity identity();

  /** Returns how faces are to be brought into place for it. */
  Resampling resampling();

  /** Returns this model with its features left at the length that its network yields. */
  FaceModel unnormalised();

  /**
   * Opens it on a device; the caller closes it.
   *
   * @param batch pictures to run at once
   */
  FaceEmbedder open(Compute compute, int batch);

  /**
   * Takes a model folder of this program of which more is known than the folder says.
   *
   * @throws SpecException if the flip mode is none of such models
   * @throws DataUnavailableException if there is no model
   */
  static FaceModel of(Path folder, FlipMode flip, ModelOrigin origin) {
    return OwnModel.read(folder, flip, origin);
  }

  /**
   * Finds what kind of model is at a place.
   *
   * @param card model card of a network of others; beside its file if null
   * @param flip what to do with the mirror image instead of what the model is made for; null to do
   *     that
   * @throws SpecException if the file is of no known kind, or its card is missing or wrong
   * @throws DataUnavailableException if there is nothing at that place
   */
  static FaceModel at(Path place, @Nullable Path card, @Nullable FlipMode flip) {
    if (!Files.exists(place)) {
      throw new DataUnavailableException("model " + place + " does not exist");
    }
    if (Files.isDirectory(place)) {
      if (card != null) {
        throw new SpecException(
            place + " is a folder, which holds a model of this program: leave the card out");
      }
      return OwnModel.read(place, flip == null ? FlipMode.SUM : flip, null);
    }
    NetFormat format =
        NetFormat.ofFile(place)
            .orElseThrow(
                () ->
                    new SpecException(
                        "%s is no model: expected a folder with %s, or a file that ends in %s"
                            .formatted(
                                place, ModelFacts.FILE, String.join(", ", NetFormat.endings()))));
    return ForeignModel.read(place, format, card, flip);
  }
}
