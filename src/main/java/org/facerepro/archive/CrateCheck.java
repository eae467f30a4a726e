package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Holds the description for other tools against what the profile requires and the entries. */
final class CrateCheck {
  private final Map<String, JsonNode> entities = new LinkedHashMap<>();
  private final Consumer<String> problems;

  private CrateCheck(Consumer<String> problems) {
    this.problems = problems;
  }

  /**
   * Checks a metadata file.
   *
   * @param manifest what the archive holds
   * @param problems receives one sentence per problem
   */
  static void check(JsonNode file, Manifest manifest, Consumer<String> problems) {
    CrateCheck check = new CrateCheck(problems);
    for (JsonNode entity : file.path("@graph")) {
      check.entities.put(entity.path("@id").asText(), entity);
    }
    check.descriptor();
    check.root();
    check.parts(manifest);
    check.action();
  }

  private JsonNode entity(String id) {
    JsonNode entity = entities.get(id);
    if (entity == null) {
      problems.accept("'" + id + "' is not described");
    }
    return entity == null ? MissingNode.getInstance() : entity;
  }

  private static String target(JsonNode entity, String property) {
    return entity.path(property).path("@id").asText();
  }

  private void descriptor() {
    JsonNode descriptor = entity(RoCrate.FILE);
    require(target(descriptor, "about").equals(RoCrate.ROOT), "'about' does not name the root");
    require(
        target(descriptor, "conformsTo").startsWith(RoCrate.SPECIFICATION),
        "'conformsTo' does not name RO-Crate 1.1");
  }

  private void root() {
    JsonNode root = entity(RoCrate.ROOT);
    for (String property : new String[] {"name", "description"}) {
      require(!root.path(property).asText().isBlank(), "the root has no '" + property + "'");
    }
    require(isDay(root.path("datePublished").asText()), "'datePublished' is no ISO 8601 day");
    require(Imprint.isAddress(target(root, "license")), "'license' is no address");
    entity(target(root, "license"));
    require(
        !entity(target(root, "author")).path("name").asText().isBlank(), "the author has no name");
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void parts(Manifest manifest) {
    Map<String, Manifest.Entry> left = new TreeMap<>(manifest.entries());
    left.remove(RoCrate.FILE);
    for (JsonNode part : entity(RoCrate.ROOT).path("hasPart")) {
      String name = part.path("@id").asText();
      Manifest.Entry entry = left.remove(name);
      if (entry == null) {
        problems.accept("'hasPart' names " + name + ", which is no entry");
      } else {
        part(name, entity(name), entry);
      }
    }
    left.keySet().forEach(name -> problems.accept("'hasPart' does not name " + name));
  }

  private void part(String name, JsonNode part, Manifest.Entry entry) {
    require(
        part.path("contentSize").asText().equals(Long.toString(entry.bytes())),
        "'contentSize' of " + name + " is not that of the entry");
    require(
        part.path("sha256").asText().equals(entry.sha256()),
        "'sha256' of " + name + " is not that of the entry");
  }

  private void action() {
    JsonNode action = entity(target(entity(RoCrate.ROOT), "mentions"));
    require(
        action.path("@type").asText().equals("CreateAction"), "the root mentions no CreateAction");
    JsonNode instrument = entity(target(action, "instrument"));
    require(
        instrument.path("@type").asText().equals("SoftwareApplication"),
        "the instrument is no SoftwareApplication");
    for (String property : new String[] {"object", "result"}) {
      Set<String> named = new HashSet<>();
      action.path(property).forEach(each -> named.add(each.path("@id").asText()));
      require(!named.isEmpty(), "the action has no '" + property + "'");
      named.forEach(this::entity);
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.accept(problem);
    }
  }
}
