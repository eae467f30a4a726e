package org.facerepro.archive.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.facerepro.core.Json;
import org.jspecify.annotations.Nullable;

/**
 * One place where two values differ.
 *
 * @param path names from the outside in, separated by slashes
 * @param first what the first has there; absent if nothing
 * @param second what the second has there; absent if nothing
 */
public record Change(String path, @Nullable JsonNode first, @Nullable JsonNode second) {

  /** Lists all places of two values; see {@link #between(JsonNode, JsonNode)}. */
  static List<Change> between(Optional<?> first, Optional<?> second) {
    return between(tree(first), tree(second));
  }

  private static JsonNode tree(Optional<?> value) {
    return value.<JsonNode>map(Json::tree).orElse(MissingNode.getInstance());
  }

  /** Lists all places, as deep inside as the values have the same form; sorted by path. */
  static List<Change> between(JsonNode first, JsonNode second) {
    List<Change> changes = new ArrayList<>();
    collect("", first, second, changes);
    return List.copyOf(changes);
  }

  private static void collect(
      String path, @Nullable JsonNode first, @Nullable JsonNode second, List<Change> changes) {
    if (Objects.equals(first, second)) {
      return;
    }
    if (first != null && second != null && first.isObject() && second.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      first.fieldNames().forEachRemaining(names::add);
      second.fieldNames().forEachRemaining(names::add);
      names.forEach(n -> collect(below(path, n), first.get(n), second.get(n), changes));
    } else if (sameLength(first, second)) {
      for (int i = 0; i < Objects.requireNonNull(first).size(); i++) {
        collect(
            below(path, String.valueOf(i)),
            first.get(i),
            Objects.requireNonNull(second).get(i),
            changes);
      }
    } else {
      changes.add(new Change(path, first, second));
    }
  }

  private static boolean sameLength(@Nullable JsonNode first, @Nullable JsonNode second) {
    return first != null
        && second != null
        && first.isArray()
        && second.isArray()
        && first.size() == second.size();
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
