package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Json;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.RunResult;

/**
 * Describes an archive in the form that research-data tools share: RO-Crate 1.1, profile Process
 * Run Crate 0.5. The run is a {@code CreateAction} whose instrument is this program.
 *
 * <p>Sources: https://w3id.org/ro/crate/1.1, https://w3id.org/ro/wfrun/process/0.5.
 */
final class RoCrate {
  static final String FILE = "ro-crate-metadata.json";
  static final String ROOT = "./";
  static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
  static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";

  private static final List<String> CONTEXT =
      List.of(SPECIFICATION + "/context", "https://w3id.org/ro/terms/workflow-run/context");
  private static final String RUN = "#run";
  private static final String PROGRAM = "#facerepro";

  private final List<Map<String, Object>> graph = new ArrayList<>();
  private final Subject subject;
  private final Environment environment;
  private final Imprint imprint;
  private final String author;

  /**
   * What an archive is of.
   *
   * @param title one line for people
   * @param description what it came to
   * @param action what was done
   * @param specifications the entries that say what was to be done
   */
  record Subject(String title, String description, String action, List<String> specifications) {
    static Subject of(RunResult result) {
      return new Subject(
          result.title(),
          "Result of the experiment %s at scale %s with seed %d: verdict %s. Reproduces: %s."
              .formatted(
                  result.experiment(),
                  result.scale(),
                  result.seed(),
                  result.verdict(),
                  result.reproduces()),
          "run of %s, seed %d".formatted(result.experiment(), result.seed()),
          List.of(ResultArchive.SPEC));
    }
  }

  private RoCrate(Subject subject, Environment environment, Imprint imprint) {
    this.subject = subject;
    this.environment = environment;
    this.imprint = imprint;
    this.author = imprint.authorUrl() == null ? "#author" : imprint.authorUrl();
  }

  /**
   * Returns the metadata file of an archive with these further entries.
   *
   * @param cards what the data are, by entry
   */
  static byte[] of(
      Subject subject,
      Environment environment,
      Imprint imprint,
      SortedMap<String, DataCard> cards,
      Manifest entries) {
    RoCrate crate = new RoCrate(subject, environment, imprint);
    crate.descriptor();
    crate.root(entries.entries().keySet());
    crate.people();
    crate.action(entries.entries().keySet(), cards.keySet());
    entries.entries().forEach(crate::file);
    cards.forEach(crate::data);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("@context", CONTEXT);
    file.put("@graph", crate.graph);
    return Json.pretty(file);
  }

  /** Reads back who stands for an archive, or nothing where the description does not say. */
  static Optional<Imprint> imprint(JsonNode file) {
    Map<String, JsonNode> entities = new HashMap<>();
    file.path("@graph").forEach(each -> entities.put(each.path("@id").asText(), each));
    JsonNode root = entities.getOrDefault(ROOT, MissingNode.getInstance());
    String id = root.path("author").path("@id").asText();
    String name = entities.getOrDefault(id, MissingNode.getInstance()).path("name").asText();
    try {
      return Optional.of(
          new Imprint(
              name,
              id.startsWith("#") ? null : id,
              root.path("license").path("@id").asText(),
              LocalDate.parse(root.path("datePublished").asText())));
    } catch (InvalidValueException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Map<String, Object> add(String id, String type, String name) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("@id", id);
    entity.put("@type", type);
    entity.put("name", name);
    graph.add(entity);
    return entity;
  }

  private static Map<String, String> reference(String id) {
    return Map.of("@id", id);
  }

  private static List<Map<String, String>> references(Collection<String> ids) {
    return ids.stream().map(RoCrate::reference).toList();
  }

  private void descriptor() {
    Map<String, Object> descriptor = add(FILE, "CreativeWork", "metadata of this archive");
    descriptor.put("about", reference(ROOT));
    descriptor.put("conformsTo", reference(SPECIFICATION));
  }

  private void root(Collection<String> entries) {
    Map<String, Object> root = add(ROOT, "Dataset", subject.title());
    root.put("description", subject.description());
    root.put("datePublished", imprint.published().toString());
    root.put("license", reference(imprint.licence()));
    root.put("author", reference(author));
    root.put("conformsTo", reference(PROFILE));
    root.put("hasPart", references(entries));
    root.put("mentions", reference(RUN));
  }

  private void people() {
    add(author, "Person", imprint.author());
    add(imprint.licence(), "CreativeWork", "Terms of use of this archive");
    add(PROFILE, "CreativeWork", "Process Run Crate").put("version", "0.5");
    Map<String, Object> program = add(PROGRAM, "SoftwareApplication", "FaceRepro");
    program.put("softwareVersion", environment.facerepro() + " " + environment.revision());
    program.put("operatingSystem", environment.os());
    program.put(
        "softwareRequirements",
        List.of("Java " + environment.java(), Json.compact(environment.compute())));
  }

  private void action(Collection<String> entries, Collection<String> cards) {
    List<String> objects = new ArrayList<>(subject.specifications());
    cards.forEach(card -> objects.add(id(card)));
    List<String> results = new ArrayList<>(entries);
    results.removeAll(subject.specifications());
    Map<String, Object> run = add(RUN, "CreateAction", subject.action());
    run.put("instrument", reference(PROGRAM));
    run.put("agent", reference(author));
    run.put("object", references(objects));
    run.put("result", references(results));
    run.put("actionStatus", "http://schema.org/CompletedActionStatus");
  }

  /** Names the data that the card in an entry describes. */
  private static String id(String card) {
    return "#" + card.replace('/', '-').replace(".json", "");
  }

  private void file(String name, Manifest.Entry entry) {
    Map<String, Object> file = add(name, "File", EntryKind.describe(name));
    file.put("contentSize", Long.toString(entry.bytes()));
    file.put("encodingFormat", EntryKind.mediaType(name));
    file.put("sha256", entry.sha256());
  }

  private void data(String entry, DataCard card) {
    Map<String, Object> data = add(id(entry), "Dataset", card.name());
    data.put("description", card.origin() + " Real data: " + card.realData() + ".");
    data.put("license", card.licence());
    data.put("identifier", "sha256:" + card.sha256());
    data.put("subjectOf", reference(entry));
  }
}
