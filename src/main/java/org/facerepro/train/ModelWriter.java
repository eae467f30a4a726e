package org.facerepro.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.Seed;
import org.facerepro.nn.Compute;
import org.facerepro.nn.EmbeddingNet;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;

/** Writes the outcome of a training as a model folder, with whitening if the training wants it. */
record ModelWriter(
    TrainSpec spec,
    PackedFaces faces,
    Seed seed,
    String fingerprint,
    Compute compute,
    Progress progress) {

  static final Map<String, String> METADATA = Map.of("schema", ModelFacts.SCHEMA);

  TrainReport write(
      Path folder, Map<String, Tensor> network, int modelEpoch, List<EpochReport> epochs) {
    Map<String, Tensor> weights = new TreeMap<>(rounded(network));
    Double shrinkage = spec.whitening();
    if (shrinkage != null) {
      weights.put(EmbeddingNet.WHITENING, whitening(weights, shrinkage));
    }
    byte[] model = new Safetensors(weights, METADATA).toBytes(spec.weightFormat());
    AtomicFiles.writeFile(folder.resolve(ModelFacts.WEIGHTS_FILE), model);
    AtomicFiles.writeFile(folder.resolve(ModelFacts.FILE), Json.pretty(facts()));
    return log(folder, modelEpoch, epochs);
  }

  /** Whitening is learnt from the embeddings that the rounded network yields. */
  private Map<String, Tensor> rounded(Map<String, Tensor> network) {
    byte[] bytes = new Safetensors(network, Map.of()).toBytes(spec.weightFormat());
    return Safetensors.parse(bytes, "the network in " + spec.weightFormat()).tensors();
  }

  /** Writes how the training went so far, as numbers and drawn. */
  TrainReport log(Path folder, int modelEpoch, List<EpochReport> epochs) {
    TrainReport report =
        new TrainReport(
            TrainReport.SCHEMA,
            faces.size(),
            faces.classes(),
            faces.size() % spec.batchSize(),
            spec.keeping().best() ? modelEpoch : null,
            epochs);
    AtomicFiles.writeFile(folder.resolve(TrainReport.FILE), Json.pretty(report));
    byte[] curves = TrainingCurves.of(spec.epochs(), epochs).getBytes(StandardCharsets.UTF_8);
    AtomicFiles.writeFile(folder.resolve(TrainingCurves.FILE), curves);
    return report;
  }

  private Tensor whitening(Map<String, Tensor> network, double shrinkage) {
    Safetensors plain = new Safetensors(network, Map.of());
    try (EmbeddingNet net = new EmbeddingNet(spec.network(), plain, compute);
        Progress.Task task = progress.start("whitening", faces.size(), "images")) {
      float[][] embeddings = Embedder.embed(net, faces, task);
      return Whitening.learn(embeddings, faces.labels(), faces.classes(), shrinkage);
    }
  }

  private ModelFacts facts() {
    ModelFacts.Training training =
        new ModelFacts.Training(
            fingerprint,
            seed.value(),
            faces.classes(),
            faces.size(),
            spec.epochs(),
            spec.whitening() != null);
    ModelFacts.CropRule crop = ModelFacts.CropRule.of(spec.cropping(), spec.network().inputSize());
    return new ModelFacts(ModelFacts.SCHEMA, spec.network(), crop, training);
  }
}
