package org.facerepro.experiment.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as an editor understands it, with the scalars of YAML 1.2. */
final class YamlTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlTree() {}

  static JsonNode of(String yaml) {
    return tree(new Yaml().compose(new StringReader(yaml)));
  }

  private static JsonNode tree(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      mapping
          .getValue()
          .forEach(
              e -> object.set(((ScalarNode) e.getKeyNode()).getValue(), tree(e.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.getValue().forEach(item -> array.add(tree(item)));
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    String text = scalar.getValue();
    if (scalar.isPlain() && text.matches("true|false")) {
      return NODES.booleanNode(Boolean.parseBoolean(text));
    }
    if (scalar.isPlain() && text.matches("[-+]?[0-9]+")) {
      return NODES.numberNode(Long.parseLong(text));
    }
    return scalar.isPlain() && text.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?")
        ? NODES.numberNode(Double.parseDouble(text))
        : NODES.textNode(text);
  }
}
