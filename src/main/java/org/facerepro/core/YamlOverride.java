package org.facerepro.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Lays values from elsewhere into a node tree; errors in them name where they came from. */
final class YamlOverride {
  private final String file;
  private final Mark mark;

  /**
   * Prepares values that come from {@code origin}, such as the option of a command line.
   *
   * @param file name of the document they go into
   */
  YamlOverride(String file, String origin) {
    this(file, new Mark(origin, 0, 0, 0, new int[0], 0));
  }

  /** Prepares values whose keys come from a place in the document itself. */
  YamlOverride(String file, Mark mark) {
    this.file = file;
    this.mark = mark;
  }

  /** Returns the tree with a value at the path, in place of what was there. */
  MappingNode set(MappingNode root, List<String> path, Node value) {
    String key = path.get(0);
    Node old = YamlKeys.find(root, key, file);
    Node replaced = value;
    if (path.size() > 1) {
      if (old != null && !(old instanceof MappingNode)) {
        throw YamlScalars.mismatch(file, old, key, "a mapping of keys to values");
      }
      MappingNode inner = old instanceof MappingNode mapping ? mapping : empty();
      replaced = set(inner, path.subList(1, path.size()), value);
    }
    List<NodeTuple> entries = new ArrayList<>(YamlKeys.without(root, key, file).getValue());
    entries.add(new NodeTuple(scalar(key), replaced));
    return new MappingNode(
        root.getTag(), true, entries, root.getStartMark(), root.getEndMark(), root.getFlowStyle());
  }

  private MappingNode empty() {
    return new MappingNode(Tag.MAP, true, new ArrayList<>(), mark, mark, FlowStyle.BLOCK);
  }

  ScalarNode scalar(String text) {
    return new ScalarNode(Tag.STR, true, text, mark, mark, ScalarStyle.PLAIN);
  }

  /** Returns the same value, marked with its origin. */
  Node marked(Node node) {
    if (node instanceof MappingNode mapping) {
      List<NodeTuple> entries = new ArrayList<>();
      for (NodeTuple entry : mapping.getValue()) {
        entries.add(new NodeTuple(marked(entry.getKeyNode()), marked(entry.getValueNode())));
      }
      return new MappingNode(node.getTag(), true, entries, mark, mark, FlowStyle.FLOW);
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue().stream().map(this::marked).toList();
      return new SequenceNode(node.getTag(), true, items, mark, mark, FlowStyle.FLOW);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new ScalarNode(
        node.getTag(), true, scalar.getValue(), mark, mark, scalar.getScalarStyle());
  }

  /** Returns the origin that a node was marked with; null for one that was read from a file. */
  static @Nullable String origin(Node node) {
    Mark mark = node.getStartMark();
    return mark.getBuffer().length == 0 ? mark.getName() : null;
  }
}
