package org.facerepro.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facerepro.core.EnumNames;
import org.facerepro.core.NumberRange;
import org.facerepro.core.YamlForm;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema (2020-12) of records as {@link org.facerepro.core.StrictYaml} reads them.
 *
 * <p>A component that may be left out is optional; a sealed interface is a choice among its records
 * by {@code kind}; ranges are those that the constructors hold. What a record holds beyond that is
 * not told.
 */
public final class RecordSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String PLACE = "#/$defs/";

  private final Map<String, JsonNode> definitions = new TreeMap<>();

  /** How much of a record must be there. */
  public enum Extent {
    /** All of it. */
    WHOLE,
    /** Any part of it, to be laid over a whole one. */
    PART
  }

  /** Returns a reference to the schema of a record or a sealed interface. */
  public JsonNode of(Class<?> type, Extent extent) {
    return schema(type, extent);
  }

  /** Returns all schemas that references lead to, by name. */
  public JsonNode definitions() {
    ObjectNode all = NODES.objectNode();
    all.setAll(definitions);
    return all;
  }

  /** Returns the schema of a record itself, for one to be extended. */
  public ObjectNode object(Class<?> record, Extent extent) {
    return object(record, extent, null);
  }

  private JsonNode schema(Type type, Extent extent) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, extent);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return reference(name(plain, extent), () -> object(plain, extent, null));
    }
    return plain.isSealed()
        ? reference(name(plain, extent), () -> choice(plain, extent))
        : scalar(plain);
  }

  private JsonNode collection(ParameterizedType type, Extent extent) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      // A list replaces what it is laid over, so its members are whole.
      return typed("array").set("items", schema(arguments[0], Extent.WHOLE));
    }
    return typed("object").set("additionalProperties", schema(arguments[1], extent));
  }

  private static JsonNode scalar(Class<?> type) {
    if (type.isEnum()) {
      ArrayNode names = NODES.arrayNode();
      for (Object constant : type.getEnumConstants()) {
        names.add(EnumNames.of((Enum<?>) constant));
      }
      return NODES.objectNode().set("enum", names);
    }
    if (type == String.class) {
      return typed("string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean");
    }
    return typed(type == double.class || type == Double.class ? "number" : "integer");
  }

  private JsonNode choice(Class<?> type, Extent extent) {
    YamlForm form = type.getAnnotation(YamlForm.class);
    String discriminator = form == null ? "kind" : form.discriminator();
    ArrayNode choices = NODES.arrayNode();
    for (Class<?> record : type.getPermittedSubclasses()) {
      boolean usual = form != null && form.otherwise() == record;
      String name = name(type, Extent.WHOLE) + ":" + EnumNames.ofType(record);
      choices.add(
          reference(
              extent == Extent.PART ? name + "-part" : name,
              () -> member(record, extent, discriminator, usual)));
    }
    if (form != null && form.scalar() != void.class) {
      RecordComponent only = form.scalar().getRecordComponents()[0];
      choices.add(schema(only.getGenericType(), extent));
    }
    return NODES.objectNode().set(extent == Extent.PART ? "anyOf" : "oneOf", choices);
  }

  private JsonNode member(Class<?> record, Extent extent, String discriminator, boolean usual) {
    ObjectNode named = NODES.objectNode().put("const", EnumNames.ofType(record));
    ObjectNode object = object(record, extent, Map.entry(discriminator, named));
    if (usual && object.get("required") instanceof ArrayNode required) {
      required.remove(0);
    }
    return object;
  }

  private ObjectNode object(
      Class<?> record, Extent extent, Map.@Nullable Entry<String, ObjectNode> discriminator) {
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    if (discriminator != null) {
      properties.set(discriminator.getKey(), discriminator.getValue());
      required.add(discriminator.getKey());
    }
    Map<String, NumberRange> ranges = RangeProbe.of(record);
    for (RecordComponent component : record.getRecordComponents()) {
      JsonNode schema = schema(component.getGenericType(), extent);
      properties.set(component.getName(), within(schema, ranges.get(component.getName())));
      if (isRequired(component)) {
        required.add(component.getName());
      }
    }
    ObjectNode object = typed("object");
    object.set("properties", properties);
    if (extent == Extent.WHOLE) {
      object.set("required", required);
    }
    return object.put("additionalProperties", false);
  }

  private static JsonNode within(JsonNode schema, @Nullable NumberRange range) {
    String type = schema.path("type").asText();
    if (range == null || !(type.equals("integer") || type.equals("number"))) {
      return schema;
    }
    ObjectNode bounded = schema.deepCopy();
    if (type.equals("integer")) {
      bounded.put("minimum", range.low().longValue()).put("maximum", range.high().longValue());
    } else {
      bounded.put("minimum", range.low().doubleValue()).put("maximum", range.high().doubleValue());
    }
    return bounded;
  }

  private static boolean isRequired(RecordComponent component) {
    Class<?> type = component.getType();
    return type != List.class
        && type != Map.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private interface Definition {
    JsonNode make();
  }

  private JsonNode reference(String name, Definition definition) {
    if (!definitions.containsKey(name)) {
      // Its place is taken first: records may hold one another.
      definitions.put(name, NODES.objectNode());
      definitions.put(name, definition.make());
    }
    return NODES.objectNode().put("$ref", PLACE + name);
  }

  private static String name(Class<?> type, Extent extent) {
    Class<?> outer = type.getEnclosingClass();
    String name = (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
    return extent == Extent.PART ? name + "-part" : name;
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }
}
