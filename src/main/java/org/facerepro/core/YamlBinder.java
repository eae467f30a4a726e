package org.facerepro.core;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns a node tree into records; the rules are those of {@link StrictYaml}. */
final class YamlBinder {
  private static final String DISCRIMINATOR = "kind";

  private final String file;
  private final YamlScalars scalars;

  YamlBinder(String file) {
    this.file = file;
    this.scalars = new YamlScalars(file);
  }

  Object bind(Node node, Type type, String key) {
    if (type instanceof ParameterizedType generic) {
      return bindCollection(node, generic, key);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return bindRecord(mapping(node, key), plain, key, List.of());
    }
    if (plain.isSealed()) {
      YamlForm form = plain.getAnnotation(YamlForm.class);
      return form != null && form.scalar() != void.class && node instanceof ScalarNode
          ? bindBare(node, form.scalar(), key)
          : bindSealed(mapping(node, key), plain, key);
    }
    return scalars.read(node, plain, key);
  }

  private Object bindCollection(Node node, ParameterizedType type, String key) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      if (!(node instanceof SequenceNode sequence)) {
        throw expected(node, key, "a list");
      }
      List<Object> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(bind(item, arguments[0], key)));
      return List.copyOf(items);
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping(node, key).getValue()) {
      String name = YamlKeys.name(entry, file);
      entries.put(name, bind(entry.getValueNode(), arguments[1], name));
    }
    return Collections.unmodifiableMap(entries);
  }

  private Object bindBare(Node node, Class<?> type, String key) {
    RecordComponent only = type.getRecordComponents()[0];
    @Nullable Object[] values = {bind(node, only.getGenericType(), key)};
    return construct(type, values, node);
  }

  private Object bindSealed(MappingNode node, Class<?> type, String key) {
    YamlForm form = type.getAnnotation(YamlForm.class);
    String discriminator = form == null ? DISCRIMINATOR : form.discriminator();
    Map<String, Class<?>> kinds =
        Arrays.stream(type.getPermittedSubclasses())
            .collect(
                Collectors.toMap(EnumNames::ofType, kind -> kind, (a, b) -> a, LinkedHashMap::new));
    Node kindNode = YamlKeys.find(node, discriminator, file);
    if (kindNode == null && form != null && form.otherwise() != void.class) {
      return bindRecord(node, form.otherwise(), key, List.of());
    }
    if (kindNode == null) {
      throw new SpecException(
          "%s: '%s' misses key '%s', expected one of %s"
              .formatted(
                  YamlKeys.place(file, node),
                  key,
                  discriminator,
                  String.join(", ", kinds.keySet())));
    }
    String name = (String) scalars.read(kindNode, String.class, discriminator);
    Class<?> chosen = kinds.get(name);
    if (chosen == null) {
      throw expected(
          kindNode, discriminator, oneOf(kinds.keySet()) + NearNames.hint(name, kinds.keySet()));
    }
    return bindRecord(node, chosen, key, List.of(discriminator));
  }

  private Object bindRecord(MappingNode node, Class<?> type, String key, List<String> extra) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    Map<String, NodeTuple> given = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      String name = YamlKeys.name(entry, file);
      if (!known.contains(name) && !extra.contains(name)) {
        throw new SpecException(
            "%s: key '%s' is unknown in '%s'; expected %s%s"
                .formatted(
                    YamlKeys.place(file, entry.getKeyNode()),
                    name,
                    key,
                    oneOf(known),
                    NearNames.hint(name, known)));
      }
      given.put(name, entry);
    }
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(node, components[i], given.get(components[i].getName()), key);
    }
    return construct(type, values, node);
  }

  private @Nullable Object value(
      MappingNode node, RecordComponent component, @Nullable NodeTuple entry, String key) {
    if (entry != null) {
      return bind(entry.getValueNode(), component.getGenericType(), component.getName());
    }
    if (component.getType() == List.class) {
      return List.of();
    }
    if (component.getType() == Map.class) {
      return Map.of();
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    throw new SpecException(
        "%s: '%s' misses key '%s', expected %s"
            .formatted(
                YamlKeys.place(file, node),
                key,
                component.getName(),
                YamlScalars.describe(component.getType())));
  }

  private Object construct(Class<?> type, @Nullable Object[] values, Node node) {
    try {
      Constructor<?> constructor = canonical(type);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValueException invalid) {
        Node culprit =
            node instanceof MappingNode mapping
                ? YamlKeys.locate(mapping, invalid.key(), file)
                : node;
        throw new SpecException(
            YamlKeys.place(file, culprit) + ": " + invalid.getMessage(), invalid);
      }
      throw new SpecException(YamlKeys.place(file, node) + ": " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is not a record that can be read", e);
    }
  }

  private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    return type.getDeclaredConstructor(
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
  }

  private MappingNode mapping(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw expected(node, key, "a mapping of keys to values");
  }

  private SpecException expected(Node node, String key, String expectation) {
    return YamlScalars.mismatch(file, node, key, expectation);
  }

  private static String oneOf(Collection<String> names) {
    return "one of " + String.join(", ", names);
  }
}
