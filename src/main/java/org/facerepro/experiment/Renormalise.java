package org.facerepro.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.facerepro.nn.WeightFormat;
import org.jspecify.annotations.Nullable;

/**
 * Takes the statistics by which a trained network normalises its layers anew from other faces,
 * without their labels and without learning.
 *
 * @param model the stage that yields the network
 * @param faces the stage that yields the faces
 * @param weights format of the file of weights; float32 if absent
 */
public record Renormalise(String model, String faces, @Nullable WeightFormat weights)
    implements Stage, Stage.Network, Stage.Single {

  /** Returns the format of the file of weights. */
  public WeightFormat weightFormat() {
    return weights == null ? WeightFormat.FLOAT32 : weights;
  }

  @Override
  public Map<String, Input> inputs() {
    Map<String, Input> inputs = new LinkedHashMap<>();
    inputs.put("model", new Input(model, Stage.Train.class));
    inputs.put("faces", new Input(faces, Stage.Faces.class));
    return inputs;
  }

  @Override
  public Stage reading(UnaryOperator<String> rename) {
    return new Renormalise(rename.apply(model), rename.apply(faces), weights);
  }
}
