package org.facerepro.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads single values: text, whole and real numbers, truth values, enum constants. */
final class YamlScalars {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9][0-9_]*");
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9][0-9_]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  private final String file;

  YamlScalars(String file) {
    this.file = file;
  }

  Object read(Node node, Class<?> type, String key) {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      throw mismatch(file, node, key, describe(type));
    }
    if (type.isEnum()) {
      return constant(scalar, type, key);
    }
    if (type == String.class) {
      return text(scalar, key);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(scalar, key);
    }
    return number(scalar, type, key);
  }

  private Object constant(ScalarNode scalar, Class<?> type, String key) {
    for (Object constant : type.getEnumConstants()) {
      if (EnumNames.of((Enum<?>) constant).equals(scalar.getValue())) {
        return constant;
      }
    }
    throw mismatch(
        file, scalar, key, describe(type) + NearNames.hint(scalar.getValue(), names(type)));
  }

  private Object text(ScalarNode scalar, String key) {
    if (!scalar.getTag().equals(Tag.STR)) {
      throw mismatch(file, scalar, key, "a text (put it in quotes)");
    }
    return scalar.getValue();
  }

  private Object truth(ScalarNode scalar, String key) {
    if (scalar.isPlain() && scalar.getValue().matches("true|false")) {
      return Boolean.valueOf(scalar.getValue());
    }
    throw mismatch(file, scalar, key, describe(boolean.class));
  }

  private Object number(ScalarNode scalar, Class<?> type, String key) {
    boolean real = type == double.class || type == Double.class;
    String digits = scalar.getValue().replace("_", "");
    if (!scalar.isPlain() || !(real ? REAL : WHOLE).matcher(scalar.getValue()).matches()) {
      throw mismatch(file, scalar, key, describe(type));
    }
    try {
      if (real) {
        return finite(Double.parseDouble(digits), scalar, key);
      }
      return type == long.class || type == Long.class
          ? (Object) Long.parseLong(digits)
          : (Object) Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw mismatch(file, scalar, key, describe(type) + " in its range");
    }
  }

  private double finite(double value, ScalarNode scalar, String key) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw mismatch(file, scalar, key, "a finite number");
  }

  static String describe(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + String.join(", ", names(type));
    }
    return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
      case "int", "integer", "long" -> "a whole number";
      case "double" -> "a finite number";
      case "boolean" -> "true or false";
      case "string" -> "a text";
      default -> "a mapping of keys to values";
    };
  }

  static SpecException mismatch(String file, Node node, String key, String expectation) {
    String found =
        node instanceof ScalarNode scalar
            ? "'" + scalar.getValue() + "'"
            : "a " + node.getNodeId().name();
    return new SpecException(
        "%s: key '%s': expected %s, found %s"
            .formatted(YamlKeys.place(file, node), key, expectation, found));
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> EnumNames.of((Enum<?>) constant))
        .toList();
  }
}
