package org.facerepro.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Keys of YAML mappings: uniqueness, look-up, overlay. */
final class YamlKeys {
  /** What follows beside these keys depends on what they say. */
  private static final List<String> KINDS = List.of("kind", "law", "backbone");

  private YamlKeys() {}

  static String name(NodeTuple entry, String file) {
    if (entry.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new SpecException(place(file, entry.getKeyNode()) + ": expected a plain text as key");
  }

  static String place(String file, Node node) {
    String origin = YamlOverride.origin(node);
    return origin == null ? file + ":" + (node.getStartMark().getLine() + 1) : origin;
  }

  static void requireUnique(Node node, String file) {
    if (node instanceof MappingNode mapping) {
      Map<String, Node> seen = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        String key = name(entry, file);
        Node first = seen.putIfAbsent(key, entry.getKeyNode());
        if (first != null) {
          throw new SpecException(
              "%s: key '%s' is a duplicate; it stands already on line %d"
                  .formatted(
                      place(file, entry.getKeyNode()), key, first.getStartMark().getLine() + 1));
        }
        requireUnique(entry.getValueNode(), file);
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> requireUnique(item, file));
    }
  }

  static MappingNode overlay(MappingNode root, String section, String choice, String file) {
    MappingNode base = without(root, section, file);
    Node choices = find(root, section, file);
    if (choices == null) {
      return base;
    }
    if (!(choices instanceof MappingNode mapping)) {
      throw new SpecException(place(file, choices) + ": '" + section + "' expects a mapping");
    }
    Node chosen = find(mapping, choice, file);
    if (chosen == null) {
      return base;
    }
    if (!(chosen instanceof MappingNode changes)) {
      throw new SpecException(place(file, chosen) + ": '" + choice + "' expects a mapping");
    }
    return merge(base, changes, file);
  }

  static MappingNode inherit(MappingNode root, String variations, String section, String file) {
    if (!(find(root, variations, file) instanceof MappingNode varied)
        || !(find(root, section, file) instanceof MappingNode usual)) {
      return root;
    }
    List<NodeTuple> complete = new ArrayList<>();
    for (NodeTuple variation : varied.getValue()) {
      complete.add(
          variation.getValueNode() instanceof MappingNode changes
              ? new NodeTuple(variation.getKeyNode(), eachOver(usual, changes, section, file))
              : variation);
    }
    List<NodeTuple> entries = new ArrayList<>();
    for (NodeTuple entry : root.getValue()) {
      boolean replaced = name(entry, file).equals(variations);
      entries.add(replaced ? new NodeTuple(entry.getKeyNode(), with(varied, complete)) : entry);
    }
    return with(root, entries);
  }

  private static MappingNode eachOver(
      MappingNode usual, MappingNode changes, String section, String file) {
    List<NodeTuple> entries = new ArrayList<>();
    for (NodeTuple change : changes.getValue()) {
      Node before = find(usual, name(change, file), file);
      if (before == null) {
        throw YamlChanges.nothing(change.getKeyNode(), usual, section, file);
      }
      entries.add(merge(new NodeTuple(change.getKeyNode(), before), change, file));
    }
    return with(changes, entries);
  }

  static @Nullable Node find(MappingNode mapping, String key, String file) {
    for (NodeTuple entry : mapping.getValue()) {
      if (name(entry, file).equals(key)) {
        return entry.getValueNode();
      }
    }
    return null;
  }

  /** Follows a path of keys ({@code stages/faces/subjects}) as far as it goes; ends on a key. */
  static Node locate(MappingNode mapping, String path, String file) {
    int slash = path.indexOf('/');
    String head = slash < 0 ? path : path.substring(0, slash);
    for (NodeTuple entry : mapping.getValue()) {
      if (name(entry, file).equals(head)) {
        return slash >= 0 && entry.getValueNode() instanceof MappingNode inner
            ? deeper(entry, inner, path.substring(slash + 1), file)
            : entry.getKeyNode();
      }
    }
    return mapping;
  }

  private static Node deeper(NodeTuple entry, MappingNode inner, String rest, String file) {
    Node found = locate(inner, rest, file);
    return found.equals(inner) ? entry.getKeyNode() : found;
  }

  /** Adds an entry to a section of the root, which comes to be if there is none. */
  static MappingNode added(MappingNode root, String section, NodeTuple entry, String file) {
    Node found = find(root, section, file);
    if (found != null && !(found instanceof MappingNode)) {
      throw YamlScalars.mismatch(file, found, section, "a mapping of keys to values");
    }
    List<NodeTuple> entries = new ArrayList<>();
    if (found instanceof MappingNode mapping) {
      entries.addAll(mapping.getValue());
    }
    String name = name(entry, file);
    for (NodeTuple before : entries) {
      if (name(before, file).equals(name)) {
        throw new SpecException(
            "%s: key '%s' is a duplicate in '%s'"
                .formatted(place(file, entry.getKeyNode()), name, section));
      }
    }
    entries.add(entry);
    YamlOverride override = new YamlOverride(file, entry.getKeyNode().getStartMark());
    return override.set(root, List.of(section), with(root, entries));
  }

  static MappingNode without(MappingNode mapping, String key, String file) {
    List<NodeTuple> kept = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!name(entry, file).equals(key)) {
        kept.add(entry);
      }
    }
    return with(mapping, kept);
  }

  private static MappingNode merge(MappingNode base, MappingNode changes, String file) {
    if (ofOtherKind(base, changes, file)) {
      return changes;
    }
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    base.getValue().forEach(entry -> entries.put(name(entry, file), entry));
    for (NodeTuple change : changes.getValue()) {
      NodeTuple old = entries.get(name(change, file));
      entries.put(name(change, file), old == null ? change : merge(old, change, file));
    }
    return with(base, new ArrayList<>(entries.values()));
  }

  private static NodeTuple merge(NodeTuple old, NodeTuple change, String file) {
    if (old.getValueNode() instanceof MappingNode before
        && change.getValueNode() instanceof MappingNode after) {
      return new NodeTuple(old.getKeyNode(), merge(before, after, file));
    }
    return change;
  }

  /** Whether a change picks another kind, whose keys are others than those that were there. */
  static boolean ofOtherKind(MappingNode base, MappingNode changes, String file) {
    for (String key : KINDS) {
      if (find(base, key, file) instanceof ScalarNode before
          && find(changes, key, file) instanceof ScalarNode after
          && !before.getValue().equals(after.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static MappingNode with(MappingNode like, List<NodeTuple> entries) {
    return new MappingNode(
        like.getTag(), true, entries, like.getStartMark(), like.getEndMark(), like.getFlowStyle());
  }
}
