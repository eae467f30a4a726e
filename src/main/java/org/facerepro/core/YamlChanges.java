package org.facerepro.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Finds what is laid over a document and changes nothing of it. */
final class YamlChanges {
  private final String file;
  private final MappingNode root;

  YamlChanges(String file, MappingNode root) {
    this.file = file;
    this.root = root;
  }

  void require(NodeTuple choice, String members, String mark) {
    String name = YamlKeys.name(choice, file);
    Node value = choice.getValueNode();
    if (!(value instanceof MappingNode) && !value.getTag().equals(Tag.NULL)) {
      throw YamlScalars.mismatch(file, value, name, "a mapping of keys to values");
    }
    if (!(value instanceof MappingNode changes) || changes.getValue().isEmpty()) {
      throw nothing(choice.getKeyNode(), name, "is empty: leave it out");
    }
    requireMembers(changes, members, mark);
    requireOther(root, changes);
  }

  private void requireMembers(MappingNode changes, String members, String mark) {
    Node changed = YamlKeys.find(changes, members, file);
    Node usual = YamlKeys.find(root, members, file);
    if (!(changed instanceof MappingNode parts) || !(usual instanceof MappingNode there)) {
      return;
    }
    for (NodeTuple part : parts.getValue()) {
      String name = YamlKeys.name(part, file);
      boolean whole =
          part.getValueNode() instanceof MappingNode body
              && YamlKeys.find(body, mark, file) != null;
      if (!whole && YamlKeys.find(there, name, file) == null) {
        throw nothing(part.getKeyNode(), there, members, file);
      }
    }
  }

  private void requireOther(MappingNode before, MappingNode changes) {
    for (NodeTuple change : changes.getValue()) {
      String name = YamlKeys.name(change, file);
      Node old = YamlKeys.find(before, name, file);
      if (old instanceof MappingNode inner
          && change.getValueNode() instanceof MappingNode further) {
        if (!YamlKeys.ofOtherKind(inner, further, file)) {
          requireOther(inner, further);
        }
      } else if (same(old, change.getValueNode())) {
        throw nothing(change.getKeyNode(), name, "says what holds without it: leave it out");
      }
    }
  }

  /** Says that something is laid over a member of a section that there is not. */
  static SpecException nothing(Node key, MappingNode there, String section, String file) {
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    List<String> known = there.getValue().stream().map(e -> YamlKeys.name(e, file)).toList();
    return new SpecException(
        "%s: key '%s' overrides nothing in '%s'%s"
            .formatted(YamlKeys.place(file, key), name, section, NearNames.hint(name, known)));
  }

  private SpecException nothing(Node place, String name, String problem) {
    return new SpecException(
        "%s: key '%s' %s".formatted(YamlKeys.place(file, place), name, problem));
  }

  private boolean same(@Nullable Node a, Node b) {
    if (a instanceof ScalarNode first && b instanceof ScalarNode second) {
      return first.getTag().equals(second.getTag()) && first.getValue().equals(second.getValue());
    }
    if (a instanceof SequenceNode first && b instanceof SequenceNode second) {
      boolean equal = first.getValue().size() == second.getValue().size();
      for (int i = 0; equal && i < first.getValue().size(); i++) {
        equal = same(first.getValue().get(i), second.getValue().get(i));
      }
      return equal;
    }
    return a instanceof MappingNode first
        && b instanceof MappingNode second
        && first.getValue().size() == second.getValue().size()
        && first.getValue().stream()
            .allMatch(
                entry -> {
                  Node other = YamlKeys.find(second, YamlKeys.name(entry, file), file);
                  return other != null && same(entry.getValueNode(), other);
                });
  }
}
