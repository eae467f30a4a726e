package org.facerepro.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.SpecException;
import org.facerepro.nn.Compute;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.TorchWeights;

/**
 * Model folders from and to safetensors files with PyTorch's names, see {@link TorchWeights}.
 *
 * <p>Weights from elsewhere are taken to see the whole aligned picture, values in [-1, 1], in the
 * order r, g, b; a file of weights does not say what they were trained with.
 */
public final class TorchModels {
  private TorchModels() {}

  /**
   * Makes a model folder out of a file of weights.
   *
   * @return what the new {@code model.json} says
   * @throws SpecException if the folder holds a model already
   * @throws org.facerepro.core.DataUnavailableException if there is no such file
   * @throws org.facerepro.core.CorruptDataException if it is damaged or of another network
   */
  public static ModelFacts importFrom(Path file, NetSpec network, Path folder, Compute compute) {
    if (Files.exists(folder.resolve(ModelFacts.FILE))) {
      throw new SpecException(folder + " holds a model already; choose another folder");
    }
    Safetensors theirs = Safetensors.read(file);
    Safetensors ours = TorchWeights.imported(theirs, network, file.toString(), compute);
    ModelFacts facts =
        new ModelFacts(
            ModelFacts.SCHEMA,
            network,
            ModelFacts.CropRule.of(Crop.WHOLE, network.inputSize()),
            null);
    new Safetensors(ours.tensors(), Map.of("schema", ModelFacts.SCHEMA))
        .write(folder.resolve(ModelFacts.WEIGHTS_FILE));
    AtomicFiles.writeFile(folder.resolve(ModelFacts.FILE), Json.pretty(facts));
    return facts;
  }

  /**
   * Writes the weights of a model folder to a file.
   *
   * @return the number of tensors
   * @throws SpecException if it is an ensemble
   * @throws org.facerepro.core.DataUnavailableException if there is no model
   * @throws org.facerepro.core.CorruptDataException if its weights are damaged
   */
  public static int exportTo(Path file, Path folder) {
    if (Json.read(folder.resolve(ModelFacts.FILE), ModelFacts.class).networks() > 1) {
      throw new SpecException(
          folder + " holds an ensemble, which has no name elsewhere; export one of its networks");
    }
    Safetensors ours = Safetensors.read(folder.resolve(ModelFacts.WEIGHTS_FILE));
    Safetensors theirs = TorchWeights.exported(ours);
    new Safetensors(theirs.tensors(), Map.of("format", "pt")).write(file);
    return theirs.tensors().size();
  }
}
