package org.facerepro.experiment.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The few keywords of JSON Schema that the schema of experiments uses; any other one is an error,
 * so that none is passed over.
 */
record SchemaCheck(JsonNode root) {

  /** Returns what does not fit, as paths with the keyword; none if all does. */
  List<String> check(JsonNode value) {
    List<String> wrong = new ArrayList<>();
    check(root, value, "", wrong);
    return wrong;
  }

  private void check(JsonNode schema, JsonNode value, String path, List<String> wrong) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!holds(keyword.getKey(), keyword.getValue(), schema, value, path, wrong)) {
        wrong.add(path + " " + keyword.getKey());
      }
    }
  }

  private boolean holds(
      String keyword,
      JsonNode rule,
      JsonNode schema,
      JsonNode value,
      String path,
      List<String> wrong) {
    return switch (keyword) {
      case "$schema", "$id", "$defs", "title" -> true;
      case "$ref" -> {
        check(root.at(rule.asText().substring(1)), value, path, wrong);
        yield true;
      }
      case "type" -> isOfType(rule.asText(), value);
      case "const" -> rule.equals(value);
      case "enum" -> StreamSupport.stream(rule.spliterator(), false).anyMatch(value::equals);
      case "pattern" -> !value.isTextual() || value.asText().matches(rule.asText());
      case "minimum" -> !value.isNumber() || value.asDouble() >= rule.asDouble();
      case "maximum" -> !value.isNumber() || value.asDouble() <= rule.asDouble();
      case "minItems" -> !value.isArray() || value.size() >= rule.asInt();
      case "minProperties" -> !value.isObject() || value.size() >= rule.asInt();
      case "oneOf" -> fitting(rule, value) == 1;
      case "anyOf" -> fitting(rule, value) > 0;
      case "required" ->
          StreamSupport.stream(rule.spliterator(), false).allMatch(k -> value.has(k.asText()));
      case "properties" -> {
        rule.properties().stream()
            .filter(entry -> value.has(entry.getKey()))
            .forEach(
                e -> check(e.getValue(), value.get(e.getKey()), path + "/" + e.getKey(), wrong));
        yield true;
      }
      case "additionalProperties" -> others(schema, rule, value, path, wrong);
      case "propertyNames" -> {
        Iterator<String> names = value.fieldNames();
        boolean all = true;
        while (names.hasNext()) {
          all &= names.next().matches(rule.get("pattern").asText());
        }
        yield all;
      }
      case "items" -> {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
          check(rule, value.get(i), path + "/" + i, wrong);
        }
        yield true;
      }
      default -> throw new IllegalArgumentException("keyword " + keyword);
    };
  }

  private boolean others(
      JsonNode schema, JsonNode rule, JsonNode value, String path, List<String> wrong) {
    boolean all = true;
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!schema.path("properties").has(entry.getKey())) {
        all &= !rule.isBoolean();
        if (rule.isObject()) {
          check(rule, entry.getValue(), path + "/" + entry.getKey(), wrong);
        }
      }
    }
    return all;
  }

  private long fitting(JsonNode choices, JsonNode value) {
    return StreamSupport.stream(choices.spliterator(), false)
        .filter(
            choice -> {
              List<String> wrong = new ArrayList<>();
              check(choice, value, "", wrong);
              return wrong.isEmpty();
            })
        .count();
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      default -> throw new IllegalArgumentException("type " + type);
    };
  }
}
