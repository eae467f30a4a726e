package org.facerepro.cli;

import java.nio.file.Path;
import org.facerepro.archive.submission.DefaultModel;
import org.facerepro.nn.FlipMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which model embeds. */
final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "M",
      description =
          "A model: an archive that carries one (.tar.gz), a folder that a training of this program"
              + " wrote, TorchScript (.pt) or ONNX (.onnx); default: the best submitted model that"
              + " saw no real face.")
  private @Nullable Path model;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "Model card of a network of others; default: FILE.yaml beside the model.")
  private @Nullable Path card;

  @Option(
      names = "--flip",
      paramLabel = "MODE",
      description =
          "none, sum or concat: use of the mirror image; default: as the card says, for models of"
              + " this program as published, else sum.")
  private @Nullable FlipMode flip;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "Folder of results whose default model is used; default: results in the project, else"
              + " the model that came with the program.")
  private @Nullable Path results;

  boolean isGiven() {
    return model != null;
  }

  /** Whether an option only makes sense beside a model. */
  boolean isVaried() {
    return card != null || flip != null || results != null;
  }

  /**
   * Finds the model; the caller closes it.
   *
   * @throws org.facerepro.core.SpecException if none was named and there is no default
   */
  ChosenModel choose() {
    Path place = model;
    if (place != null) {
      return ChosenModel.at(place, card, flip);
    }
    Path named = results;
    Path own = Home.results();
    return named == null
        ? ChosenModel.byDefault(
            () -> DefaultModel.of(own).or(DefaultModel::ofProgram), own, card, flip)
        : ChosenModel.byDefault(() -> DefaultModel.of(named), named, card, flip);
  }
}
