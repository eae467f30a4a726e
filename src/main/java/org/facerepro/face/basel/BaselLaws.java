package org.facerepro.face.basel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.SpecException;
import org.facerepro.face.law.Law;

/** Reads the peer's distributions. */
final class BaselLaws {
  private BaselLaws() {}

  static Law read(ConfigBlock parent, String key, Semantics semantics) {
    return read(parent.block(key), semantics);
  }

  private static Law read(ConfigBlock block, Semantics semantics) {
    String type = block.text("type");
    try {
      Law law =
          switch (type) {
            case "constant" -> new Law.Constant(block.number("value"));
            case "uniform" -> new Law.Uniform(block.number("lower"), block.number("higher"));
            case "gaussian" -> gaussian(block, semantics);
            case "mixture" -> mixture(block, semantics);
            default -> throw block.wrong("type", "constant, uniform, gaussian or mixture", type);
          };
      block.done();
      return law;
    } catch (InvalidValueException e) {
      throw new SpecException(block.path("") + e.getMessage(), e);
    }
  }

  private static Law gaussian(ConfigBlock block, Semantics semantics) {
    double spread = block.number("variance");
    if (spread < 0) {
      throw block.wrong("variance", "a number, 0 or more", spread);
    }
    return new Law.Gaussian(
        block.number("mean"), semantics == Semantics.EFFECTIVE ? spread : StrictMath.sqrt(spread));
  }

  private static Law mixture(ConfigBlock block, Semantics semantics) {
    JsonNode components = block.value("components");
    List<Double> weights = new ArrayList<>();
    List<Law> laws = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      JsonNode pair = components.get(i);
      String key = "components/" + i;
      if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isNumber()) {
        throw block.wrong(key, "a list of weight and distribution", pair);
      }
      weights.add(pair.get(0).doubleValue());
      laws.add(read(new ConfigBlock(block.path(key), pair.get(1)), semantics));
    }
    List<Double> acting = semantics == Semantics.EFFECTIVE ? effective(weights) : weights;
    List<Law.Mixture.Part> parts = new ArrayList<>();
    for (int i = 0; i < laws.size(); i++) {
      parts.add(new Law.Mixture.Part(acting.get(i), laws.get(i)));
    }
    return new Law.Mixture(parts);
  }

  /**
   * Returns the chances with which a choice falls that tests each component with a fresh uniform
   * number against the sum of the weights up to it: 0.6, 0.2, 0.2 become 0.6, 0.32, 0.08.
   */
  static List<Double> effective(List<Double> weights) {
    double total = weights.stream().mapToDouble(w -> w).sum();
    List<Double> out = new ArrayList<>();
    double reached = 1;
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += weights.get(i);
      double accepted = i == weights.size() - 1 ? 1 : sum / total;
      out.add(reached * accepted);
      reached *= 1 - accepted;
    }
    return out;
  }
}
