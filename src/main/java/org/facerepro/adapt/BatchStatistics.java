package org.facerepro.adapt;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.FaceSet;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.Inputs;
import org.facerepro.nn.NativeScope;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.WeightFormat;
import org.facerepro.nn.Weights;
import org.facerepro.train.ModelFacts;

/**
 * Adaptive batch normalisation (Li et al. 2018, "Adaptive Batch Normalization for practical domain
 * adaptation"): the means and variances that a network normalises its layers by are taken anew from
 * faces of the kind that it will meet. No label is read, no weight is learnt.
 *
 * <p>Faces pass in batches as in training, each layer normalised by its own batch; a layer's new
 * mean is that over all batches, its variance that within batches plus that between their means.
 */
public final class BatchStatistics {

  /** Fewer faces say too little about the last layer, which has one value for each face. */
  public static final int FEWEST = 64;

  private BatchStatistics() {}

  /**
   * Writes a model that is another one with the statistics of {@code faces}.
   *
   * @param model folder of a single network that this program trained
   * @param faces aligned as the model's crop says; each counts with its mirror image
   * @param seed decides which faces share a batch
   * @param format of the file of weights
   * @param folder where the model is written
   * @throws StageFailedException if there are fewer than {@link #FEWEST} faces, the model is an
   *     ensemble, or a number is out of the format's range
   */
  public static void renew(
      Path model,
      FaceSet faces,
      Seed seed,
      WeightFormat format,
      Compute compute,
      Progress progress,
      Path folder) {
    ModelFacts facts = Json.read(model.resolve(ModelFacts.FILE), ModelFacts.class);
    requireFit(facts, faces);
    Safetensors old = Safetensors.read(model.resolve(ModelFacts.WEIGHTS_FILE));
    Map<String, Tensor> tensors = new TreeMap<>(old.tensors());
    FaceBatches batches = new FaceBatches(faces, facts.crop(), seed);
    try (NDManager memory = compute.newManager();
        Progress.Task task = progress.start("statistics", faces.samples().size(), "images")) {
      FaceNet net = new FaceNet(withoutDropout(facts.network()));
      Weights.parameters(net).values().forEach(parameter -> parameter.freeze(true));
      Weights.load(net, memory, Weights.stored(old, ""));
      tensors.putAll(statistics(net, memory, batches, task));
    }
    Map<String, String> metadata = new TreeMap<>(old.metadata());
    metadata.put("statistics", "of %d faces and their mirror images".formatted(batches.faces()));
    byte[] weights = new Safetensors(tensors, metadata).toBytes(format);
    AtomicFiles.writeFile(folder.resolve(ModelFacts.WEIGHTS_FILE), weights);
    AtomicFiles.writeFile(folder.resolve(ModelFacts.FILE), Json.pretty(facts));
  }

  private static void requireFit(ModelFacts facts, FaceSet faces) {
    if (facts.networks() > 1) {
      throw new StageFailedException(
          "an ensemble cannot be renormalised; renormalise its networks and join these");
    }
    int count = faces.samples().size();
    if (count < FEWEST) {
      throw new StageFailedException(
          "statistics of %d faces are mostly chance; at least %d are needed"
              .formatted(count, FEWEST));
    }
  }

  /** A batch passes as in training, yet every value counts. */
  private static NetSpec withoutDropout(NetSpec shape) {
    return new NetSpec(
        shape.backbone(), shape.rectifier(), shape.inputSize(), shape.embeddingSize());
  }

  private static Map<String, Tensor> statistics(
      FaceNet net, NDManager memory, FaceBatches batches, Progress.Task task) {
    Map<String, PooledStatistics> layers = new TreeMap<>();
    Weights.parameters(net)
        .forEach(
            (name, parameter) -> {
              if (parameter.getType() == Parameter.Type.RUNNING_MEAN) {
                layers.put(name, PooledStatistics.of(net, name));
              }
            });
    for (int i = 0; i < batches.count(); i++) {
      layers.values().forEach(PooledStatistics::reset);
      ByteBuffer pixels = batches.fill(i);
      int pictures = batches.pictures(i);
      NativeScope.run(
          () -> {
            var input = Inputs.pictures(memory, pixels, pictures, net.spec().inputSize());
            net.forward(new ParameterStore(memory, false), new NDList(input), true);
          });
      layers.values().forEach(layer -> layer.add(pictures));
      task.advance(pictures / 2);
    }
    Map<String, Tensor> renewed = new TreeMap<>();
    layers.values().forEach(layer -> renewed.putAll(layer.tensors()));
    return renewed;
  }
}
