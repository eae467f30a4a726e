package org.facerepro.adapt;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Seed;
import org.facerepro.nn.Backbone;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceNet;
import org.facerepro.nn.NetSpec;
import org.facerepro.nn.Rectifier;
import org.facerepro.nn.Safetensors;
import org.facerepro.nn.Tensor;
import org.facerepro.nn.Weights;
import org.facerepro.train.ModelFacts;

/** A model folder with a small network that has not learnt anything yet. */
record FreshModel(Path folder) {

  NetSpec shape() {
    return new NetSpec(Backbone.IR_NANO, Rectifier.LEAKY_RELU, 32, 16);
  }

  ModelFacts.CropRule crop() {
    return new ModelFacts.CropRule("arcface-112", 112, 36, 32);
  }

  void write() {
    ModelFacts facts = new ModelFacts(ModelFacts.SCHEMA, shape(), crop(), null);
    AtomicFiles.writeFile(folder.resolve(ModelFacts.FILE), Json.pretty(facts));
    Map<String, Tensor> tensors = new TreeMap<>();
    try (NDManager memory = Compute.of("cpu").newManager()) {
      FaceNet net = new FaceNet(shape());
      Weights.load(net, memory, Weights.fresh(new Seed(1), shape()));
      Weights.parameters(net)
          .forEach((name, each) -> tensors.put(name, Weights.tensor(each.getArray())));
    }
    new Safetensors(tensors, Map.of("schema", ModelFacts.SCHEMA))
        .write(folder.resolve(ModelFacts.WEIGHTS_FILE));
  }

  Safetensors weights() {
    return Safetensors.read(folder.resolve(ModelFacts.WEIGHTS_FILE));
  }
}
