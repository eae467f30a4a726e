package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.facerepro.core.Json;

/** Compares a stored JSON value with the recomputed one and names each place where they differ. */
final class TreeComparison {
  private final Consumer<String> problems;
  private int numbers;

  private TreeComparison(Consumer<String> problems) {
    this.problems = problems;
  }

  /**
   * Compares exactly, the order of object members aside.
   *
   * @param problems receives one sentence per difference, with the path of the place
   * @return how many recomputed numbers were compared
   */
  static int compare(JsonNode stored, Object recomputed, Consumer<String> problems) {
    TreeComparison comparison = new TreeComparison(problems);
    JsonNode fresh = Json.read(Json.pretty(recomputed), JsonNode.class, "recomputation");
    comparison.compare("", stored, fresh);
    return comparison.numbers;
  }

  private void compare(String path, JsonNode stored, JsonNode fresh) {
    if (stored.getNodeType() != fresh.getNodeType()) {
      problem(path, stored.getNodeType(), fresh.getNodeType());
    } else if (fresh.isObject()) {
      compareMembers(path, stored, fresh);
    } else if (fresh.isArray()) {
      compareElements(path, stored, fresh);
    } else {
      numbers += fresh.isNumber() ? 1 : 0;
      if (!stored.equals(fresh)) {
        problem(path, stored, fresh);
      }
    }
  }

  private void compareElements(String path, JsonNode stored, JsonNode fresh) {
    if (stored.size() != fresh.size()) {
      problem(path, stored.size() + " elements", fresh.size());
      return;
    }
    for (int i = 0; i < fresh.size(); i++) {
      compare(path + "/" + i, stored.path(i), fresh.path(i));
    }
  }

  private void compareMembers(String path, JsonNode stored, JsonNode fresh) {
    Set<String> storedNames = names(stored);
    Set<String> freshNames = names(fresh);
    for (String name : freshNames) {
      if (storedNames.remove(name)) {
        compare(path + "/" + name, stored.path(name), fresh.path(name));
      } else {
        problems.accept(path + "/" + name + " is missing");
      }
    }
    storedNames.forEach(name -> problems.accept(path + "/" + name + " does not belong there"));
  }

  private static Set<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void problem(String path, Object stored, Object fresh) {
    problems.accept("%s is %s, recomputed %s".formatted(path, stored, fresh));
  }
}
