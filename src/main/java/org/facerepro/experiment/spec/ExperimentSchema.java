package org.facerepro.experiment.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.facerepro.core.EnumNames;
import org.facerepro.core.schema.RecordSchema;
import org.facerepro.core.schema.RecordSchema.Extent;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.Scale;
import org.facerepro.experiment.Stage;

/**
 * The JSON Schema of {@value ExperimentSpec#SCHEMA}, for editors and other programs. What it cannot
 * say, such as that references lead somewhere, the program's own reader checks.
 */
public final class ExperimentSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String NAME = "^[a-z0-9]+(-[a-z0-9]+)*$";
  private static final String CLAIM = "^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$";
  private static final String PROPERTIES = "properties";
  private static final String OTHERS = "additionalProperties";

  private final RecordSchema records = new RecordSchema();

  private ExperimentSchema() {}

  /** Returns the schema. */
  public static JsonNode make() {
    return new ExperimentSchema().document();
  }

  private JsonNode document() {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", ExperimentSpec.SCHEMA);
    schema.put("title", "An experiment");
    schema.setAll(body(Extent.WHOLE));
    ObjectNode properties = (ObjectNode) schema.get(PROPERTIES);
    properties.set("schema", NODES.objectNode().put("const", ExperimentSpec.SCHEMA));
    for (String filled : new String[] {"stages", "gates"}) {
      ((ObjectNode) properties.get(filled)).put("minProperties", 1);
      ((ArrayNode) schema.get("required")).add(filled);
    }
    ((ObjectNode) properties.get("seeds")).put("minItems", 1);
    ((ArrayNode) schema.get("required")).add("seeds");
    properties.set("scales", scales());
    schema.set("$defs", records.definitions());
    return schema;
  }

  private ObjectNode body(Extent extent) {
    ObjectNode body = records.object(ExperimentSpec.class, extent);
    ObjectNode properties = (ObjectNode) body.get(PROPERTIES);
    for (String named : new String[] {"stages", "gates", "plots"}) {
      ((ObjectNode) properties.get(named)).set("propertyNames", pattern(NAME));
    }
    ((ObjectNode) properties.get("claims")).set("propertyNames", pattern(CLAIM));
    properties.set("id", pattern(NAME).put("type", "string"));
    ObjectNode arm = object().put("minProperties", 1);
    arm.set(OTHERS, records.of(Stage.class, Extent.PART));
    properties.set("arms", object().set(OTHERS, arm));
    properties.set("sweep", object().put("minProperties", 1).set(OTHERS, axis()));
    return body;
  }

  private ObjectNode scales() {
    ObjectNode scales = NODES.objectNode();
    ObjectNode changes = body(Extent.PART).put("minProperties", 1);
    EnumNames.all(Scale.class).forEach(scale -> scales.set(scale, changes.deepCopy()));
    return object().put(OTHERS, false).set(PROPERTIES, scales);
  }

  private static ObjectNode axis() {
    ObjectNode path = NODES.objectNode().put("type", "string").put("pattern", "^[^/]+(/[^/]+)+$");
    ObjectNode paths = NODES.objectNode().put("type", "array").put("minItems", 1);
    ObjectNode listed = NODES.objectNode().put("type", "array").put("minItems", 1);
    ObjectNode named = object().put("minProperties", 1);
    ObjectNode properties = NODES.objectNode();
    properties.set("set", anyOf(path, paths.set("items", path)));
    properties.set("values", anyOf(listed, named));
    ObjectNode axis = object().put(OTHERS, false);
    axis.set(PROPERTIES, properties);
    axis.set("required", NODES.arrayNode().add("set").add("values"));
    return axis;
  }

  private static ObjectNode anyOf(JsonNode first, JsonNode second) {
    return NODES.objectNode().set("anyOf", NODES.arrayNode().add(first).add(second));
  }

  private static ObjectNode pattern(String pattern) {
    return NODES.objectNode().put("pattern", pattern);
  }

  private static ObjectNode object() {
    return NODES.objectNode().put("type", "object");
  }
}
