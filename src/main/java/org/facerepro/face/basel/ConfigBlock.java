package org.facerepro.face.basel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.facerepro.core.NearNames;
import org.facerepro.core.SpecException;

/**
 * A JSON object that is read key by key, with its path for errors; what nobody asked for is an
 * error at the end. Keys that begin with {@code __comment}, and {@code comment} itself, are free.
 */
final class ConfigBlock {
  private final String path;
  private final ObjectNode node;
  private final Set<String> asked = new TreeSet<>();

  ConfigBlock(String path, JsonNode node) {
    this.path = path;
    if (!(node instanceof ObjectNode object)) {
      throw new SpecException(path + ": expected an object, got " + node);
    }
    this.node = object;
  }

  String path(String key) {
    return path + "/" + key;
  }

  boolean has(String key) {
    asked.add(key);
    return node.has(key);
  }

  JsonNode value(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw new SpecException(path + ": misses key '" + key + "'");
    }
    return value;
  }

  ConfigBlock block(String key) {
    return new ConfigBlock(path(key), value(key));
  }

  String text(String key) {
    JsonNode value = value(key);
    require(value.isTextual(), key, "a text", value);
    return value.textValue();
  }

  boolean truth(String key) {
    JsonNode value = value(key);
    require(value.isBoolean(), key, "true or false", value);
    return value.booleanValue();
  }

  double number(String key) {
    JsonNode value = value(key);
    boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
    require(finite, key, "a finite number", value);
    return value.doubleValue();
  }

  int whole(String key, int least) {
    JsonNode value = value(key);
    boolean fits = value.isInt() && value.intValue() >= least;
    require(fits, key, "a whole number from " + least, value);
    return value.intValue();
  }

  long longNumber(String key) {
    JsonNode value = value(key);
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    require(fits, key, "a whole number", value);
    return value.longValue();
  }

  List<String> texts(String key) {
    JsonNode value = value(key);
    require(value.isArray(), key, "a list of texts", value);
    List<String> out = new ArrayList<>();
    for (JsonNode item : value) {
      require(item.isTextual(), key, "a list of texts", value);
      out.add(item.textValue());
    }
    return List.copyOf(out);
  }

  /** Reads a block as a record of the peer's file formats. */
  <T> T record(String key, Class<T> type) {
    ConfigBlock block = block(key);
    ObjectNode plain = block.node.deepCopy();
    plain.remove("@type");
    plain.fieldNames().forEachRemaining(block.asked::add);
    plain.remove(
        plain.properties().stream().map(e -> e.getKey()).filter(ConfigBlock::free).toList());
    try {
      return Json.read(Json.compact(plain).getBytes(StandardCharsets.UTF_8), type, path(key));
    } catch (CorruptDataException e) {
      throw new SpecException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Requires that every key was asked for. */
  void done() {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!asked.contains(name) && !free(name)) {
        throw new SpecException(
            "%s: key '%s' is unknown%s; expected one of %s"
                .formatted(path, name, NearNames.hint(name, asked), String.join(", ", asked)));
      }
    }
  }

  void require(boolean holds, String key, String expectation, Object actual) {
    if (!holds) {
      throw wrong(key, expectation, actual);
    }
  }

  SpecException wrong(String key, String expectation, Object actual) {
    return new SpecException(path(key) + ": expected " + expectation + ", got " + actual);
  }

  private static boolean free(String name) {
    return name.startsWith("__comment") || name.equals("comment");
  }
}
