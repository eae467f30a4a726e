package org.facerepro.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.facerepro.core.EnumNames;
import org.facerepro.core.Json;
import org.facerepro.experiment.ExperimentSpec;

/**
 * A specification as JSON, each stage, gate and plot with its kind, which the JSON form that keys
 * are made from leaves out.
 */
final class ShownExperiment {
  private static final String KIND = "kind";

  private ShownExperiment() {}

  static JsonNode of(ExperimentSpec spec) {
    ObjectNode shown = (ObjectNode) Json.tree(spec);
    putKinds(shown, "stages", spec.stages());
    putKinds(shown, "gates", spec.gates());
    putKinds(shown, "plots", spec.plots());
    return shown;
  }

  private static void putKinds(ObjectNode shown, String section, Map<String, ?> members) {
    ObjectNode kinds = JsonNodeFactory.instance.objectNode();
    members.forEach((name, member) -> kinds.set(name, kind(member)));
    shown.set(section, kinds);
  }

  private static ObjectNode kind(Object member) {
    ObjectNode kind = JsonNodeFactory.instance.objectNode();
    return kind.put(KIND, EnumNames.ofType(member.getClass()))
        .setAll((ObjectNode) Json.tree(member));
  }
}
