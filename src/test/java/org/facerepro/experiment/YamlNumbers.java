package org.facerepro.experiment;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facerepro.core.SpecException;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The numbers of a specification, changed one at a time or written in another way. */
final class YamlNumbers {
  private static final String WHOLE = "[0-9]+";
  private static final String REAL = "[0-9]+\\.[0-9]+";

  private YamlNumbers() {}

  /** A specification with one number of one stage changed. */
  record Change(String stage, int at, String from, String to, String yaml) {
    boolean isValid() {
      try {
        ExperimentSpec.parse(yaml, "changed", Scale.EMBEDDED);
        return true;
      } catch (SpecException e) {
        return false;
      }
    }

    @Override
    public String toString() {
      return "%s of %s at %d becomes %s".formatted(from, stage, at, to);
    }
  }

  static List<Change> changes(String yaml) {
    List<Change> changes = new ArrayList<>();
    MappingNode stages = (MappingNode) find((MappingNode) root(yaml), "stages");
    for (NodeTuple stage : stages.getValue()) {
      String name = ((ScalarNode) stage.getKeyNode()).getValue();
      scalars(stage.getValueNode())
          .forEach(
              scalar -> {
                String from = scalar.getValue();
                for (String to : others(from)) {
                  int at = scalar.getStartMark().getIndex();
                  String changed = yaml.substring(0, at) + to + yaml.substring(at + from.length());
                  changes.add(new Change(name, at, from, to, changed));
                }
              });
    }
    return changes;
  }

  private static List<String> others(String value) {
    if (value.matches(WHOLE)) {
      return List.of(Long.toString(Long.parseLong(value) + 1), value + ".25");
    }
    if (value.matches(REAL)) {
      double number = Double.parseDouble(value);
      return List.of(Double.toString(number == 0 ? 0.001 : number * (1 + 1e-9)));
    }
    return value.equals("true") ? List.of("false") : List.of();
  }

  /** Returns the same specification on one line, keys in reverse, numbers in other spellings. */
  static String respelled(String yaml) {
    StringBuilder text = new StringBuilder();
    write(root(yaml), text);
    return text.toString();
  }

  private static void write(Node node, StringBuilder text) {
    if (node instanceof MappingNode mapping) {
      List<NodeTuple> entries = mapping.getValue();
      text.append('{');
      for (int i = entries.size() - 1; i >= 0; i--) {
        text.append(((ScalarNode) entries.get(i).getKeyNode()).getValue()).append(": ");
        write(entries.get(i).getValueNode(), text);
        text.append(i == 0 ? "}" : ", ");
      }
    } else if (node instanceof SequenceNode sequence) {
      text.append('[');
      for (Node item : sequence.getValue()) {
        write(item, text);
        text.append(", ");
      }
      text.append(']');
    } else {
      text.append(respelled((ScalarNode) node));
    }
  }

  private static String respelled(ScalarNode scalar) {
    String value = scalar.getValue();
    if (value.matches(WHOLE)) {
      return "+" + value;
    }
    if (value.matches(REAL)) {
      return String.format(Locale.ROOT, "%.1e", Double.parseDouble(value)).replace("e-0", "e-");
    }
    return value.matches("true|false") ? value : "\"" + value + "\"";
  }

  private static List<ScalarNode> scalars(Node node) {
    List<ScalarNode> scalars = new ArrayList<>();
    if (node instanceof ScalarNode scalar) {
      scalars.add(scalar);
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> scalars.addAll(scalars(item)));
    } else {
      ((MappingNode) node).getValue().forEach(e -> scalars.addAll(scalars(e.getValueNode())));
    }
    return scalars;
  }

  private static Node find(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(entry -> ((ScalarNode) entry.getKeyNode()).getValue().equals(key))
        .findFirst()
        .orElseThrow()
        .getValueNode();
  }

  private static Node root(String yaml) {
    return new Yaml().compose(new StringReader(yaml));
  }
}
