package org.facerepro.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Spreads values of parameters out into one variation for each combination of them. */
final class YamlSweep {
  private static final int MOST_COMBINATIONS = 1000;
  private static final String SET = "set";
  private static final String VALUES = "values";
  private static final Pattern AXIS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** A dot only before a digit, because another one would end the name in the path of a metric. */
  private static final Pattern VALUE =
      Pattern.compile("-?[A-Za-z0-9]+(([-+]|\\.(?=[0-9]))[A-Za-z0-9]+)*");

  private final String file;
  private final MappingNode usual;

  /** A parameter with its values by name. */
  private record Axis(String name, Node key, List<ScalarNode> paths, Map<String, Node> values) {}

  /**
   * Prepares a sweep.
   *
   * @param usual what the paths of parameters lead into
   */
  YamlSweep(String file, MappingNode usual) {
    this.file = file;
    this.usual = usual;
  }

  /** Returns the variations by name: {@code a=1,b=x}, the first parameter changing slowest. */
  Map<String, NodeTuple> variations(Node sweep) {
    List<Axis> axes = new ArrayList<>();
    for (NodeTuple entry : mapping(sweep, "sweep").getValue()) {
      axes.add(axis(entry));
    }
    if (axes.isEmpty()) {
      throw wrong(sweep, "sweep", "at least one parameter with its values", "none");
    }
    long combinations = 1;
    for (Axis axis : axes) {
      combinations = Math.min(combinations * axis.values().size(), Integer.MAX_VALUE);
    }
    if (combinations > MOST_COMBINATIONS) {
      String expected = "at most " + MOST_COMBINATIONS + " combinations of values";
      throw wrong(sweep, "sweep", expected, Long.toString(combinations));
    }
    Map<String, MappingNode> stages = new LinkedHashMap<>(Map.of("", with(usual, List.of())));
    for (Axis axis : axes) {
      stages = times(stages, axis);
    }
    Map<String, NodeTuple> variations = new LinkedHashMap<>();
    stages.forEach(
        (name, changed) ->
            variations.put(name, new NodeTuple(text(name, axes.get(0).key()), changed)));
    return variations;
  }

  private Map<String, MappingNode> times(Map<String, MappingNode> before, Axis axis) {
    Map<String, MappingNode> after = new LinkedHashMap<>();
    before.forEach(
        (name, changed) ->
            axis.values()
                .forEach(
                    (value, node) ->
                        after.put(
                            (name.isEmpty() ? "" : name + ",") + axis.name() + "=" + value,
                            changed(changed, axis, node))));
    return after;
  }

  /** Lays a value into the stages that it belongs to, each as it usually is but for its changes. */
  private MappingNode changed(MappingNode stages, Axis axis, Node value) {
    MappingNode result = stages;
    for (ScalarNode path : axis.paths()) {
      List<String> keys = List.of(path.getValue().split("/"));
      String stage = keys.get(0);
      Node before = YamlKeys.find(result, stage, file);
      Node base = before == null ? YamlKeys.find(usual, stage, file) : before;
      YamlOverride override = new YamlOverride(file, path.getStartMark());
      Node changed = override.set(mapping(base, stage), keys.subList(1, keys.size()), value);
      result = override.set(result, List.of(stage), changed);
    }
    return result;
  }

  private Axis axis(NodeTuple entry) {
    String name = YamlKeys.name(entry, file);
    Node key = entry.getKeyNode();
    if (!AXIS.matcher(name).matches()) {
      throw wrong(key, name, "lower-case letters and digits with dashes", "'" + name + "'");
    }
    MappingNode body = mapping(entry.getValueNode(), name);
    for (NodeTuple part : body.getValue()) {
      String known = YamlKeys.name(part, file);
      if (!known.equals(SET) && !known.equals(VALUES)) {
        throw wrong(part.getKeyNode(), known, "in '" + name + "' set and values only", known);
      }
    }
    return new Axis(name, key, paths(required(body, name, SET)), values(body, name));
  }

  private Node required(MappingNode body, String name, String key) {
    Node found = YamlKeys.find(body, key, file);
    if (found == null) {
      throw new SpecException(
          "%s: '%s' misses key '%s'".formatted(YamlKeys.place(file, body), name, key));
    }
    return found;
  }

  private List<ScalarNode> paths(Node set) {
    List<Node> nodes = set instanceof SequenceNode list ? list.getValue() : List.of(set);
    List<ScalarNode> paths = new ArrayList<>();
    for (Node node : nodes) {
      if (!(node instanceof ScalarNode scalar) || !scalar.getValue().matches("[^/]+(/[^/]+)+")) {
        throw YamlScalars.mismatch(
            file, node, SET, "a path such as train-faces/generator/subjects");
      }
      List<String> stages = names(usual);
      String stage = scalar.getValue().substring(0, scalar.getValue().indexOf('/'));
      if (!stages.contains(stage)) {
        String expected = "a path that begins with a stage" + NearNames.hint(stage, stages);
        throw YamlScalars.mismatch(file, node, SET, expected);
      }
      paths.add(scalar);
    }
    if (paths.isEmpty()) {
      throw wrong(set, SET, "the path of a parameter", "none");
    }
    return paths;
  }

  private List<String> names(MappingNode mapping) {
    return mapping.getValue().stream().map(entry -> YamlKeys.name(entry, file)).toList();
  }

  private Map<String, Node> values(MappingNode body, String name) {
    Node node = required(body, name, VALUES);
    Map<String, Node> values = new LinkedHashMap<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (!(item instanceof ScalarNode scalar)) {
          throw wrong(item, VALUES, "a name for each value that is not plain", "none");
        }
        put(values, scalar.getValue(), item, item);
      }
    } else {
      for (NodeTuple entry : mapping(node, VALUES).getValue()) {
        put(values, YamlKeys.name(entry, file), entry.getKeyNode(), entry.getValueNode());
      }
    }
    if (values.isEmpty()) {
      throw wrong(node, VALUES, "at least one value for '" + name + "'", "none");
    }
    return values;
  }

  private void put(Map<String, Node> values, String name, Node place, Node value) {
    if (!VALUE.matcher(name).matches()) {
      throw wrong(place, VALUES, "a plain value, or one with a name (name: value)", name);
    }
    if (values.put(name, value) != null) {
      throw wrong(place, VALUES, "each value once", "'" + name + "' again");
    }
  }

  private MappingNode mapping(@Nullable Node node, String key) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw YamlScalars.mismatch(
        file, node == null ? usual : node, key, "a mapping of keys to values");
  }

  private SpecException wrong(Node node, String key, String expected, String found) {
    return new SpecException(
        "%s: key '%s': expected %s, found %s"
            .formatted(YamlKeys.place(file, node), key, expected, found));
  }

  private static ScalarNode text(String text, Node like) {
    return new YamlOverride("", like.getStartMark()).scalar(text);
  }

  private static MappingNode with(MappingNode like, List<NodeTuple> entries) {
    return new MappingNode(
        like.getTag(), true, entries, like.getStartMark(), like.getEndMark(), like.getFlowStyle());
  }
}
