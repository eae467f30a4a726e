package org.facerepro.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.StageFailedException;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.WeightFormat;

/**
 * Networks of one shape side by side as one model: their features, each brought to unit length,
 * follow one another, so the cosine of two embeddings is the mean of the networks' cosines (the
 * ensembles of Hansen and Salamon 1990).
 */
public final class Ensemble {
  private Ensemble() {}

  /**
   * Joins trained networks.
   *
   * @param models model folders, in the order of their features; each a single network that this
   *     program trained
   * @param format of the file of weights
   * @param folder where the model is written
   * @throws StageFailedException if they do not fit together, or a weight is out of the format's
   *     range
   */
  public static void join(List<Path> models, WeightFormat format, Path folder) {
    List<ModelFacts> facts =
        models.stream()
            .map(model -> Json.read(model.resolve(ModelFacts.FILE), ModelFacts.class))
            .toList();
    ModelFacts joined = joined(facts);
    Map<String, Tensor> weights = new TreeMap<>();
    for (int i = 0; i < models.size(); i++) {
      String prefix = joined.prefix(i);
      Safetensors own = Safetensors.read(models.get(i).resolve(ModelFacts.WEIGHTS_FILE));
      own.tensors().forEach((name, tensor) -> weights.put(prefix + name, tensor));
    }
    byte[] model = new Safetensors(weights, ModelWriter.METADATA).toBytes(format);
    AtomicFiles.writeFile(folder.resolve(ModelFacts.WEIGHTS_FILE), model);
    AtomicFiles.writeFile(folder.resolve(ModelFacts.FILE), Json.pretty(joined));
  }

  private static ModelFacts joined(List<ModelFacts> facts) {
    ModelFacts first = facts.get(0);
    List<ModelFacts.Training> trainings = new ArrayList<>();
    for (ModelFacts each : facts) {
      boolean alike = each.network().equals(first.network()) && each.crop().equals(first.crop());
      if (!alike || each.training() == null) {
        throw new StageFailedException(
            "an ensemble joins single networks of one shape and one crop, trained here, not %s and %s"
                .formatted(first, each));
      }
      trainings.add(each.training());
    }
    return new ModelFacts(ModelFacts.SCHEMA, first.network(), first.crop(), null, trainings);
  }
}
