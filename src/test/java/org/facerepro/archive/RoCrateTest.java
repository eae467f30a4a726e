package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.facerepro.core.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields that RO-Crate 1.1 and the profile Process Run Crate 0.5 ask for. */
class RoCrateTest {
  @TempDir Path folder;
  private SmallArchive archive;
  private final Map<String, JsonNode> entities = new HashMap<>();

  @BeforeEach
  void read() throws IOException {
    archive = SmallArchive.in(folder);
    new Contents(archive.contents())
        .object(RoCrate.FILE)
        .path("@graph")
        .forEach(entity -> entities.put(entity.path("@id").asText(), entity));
  }

  @Test
  void descriptor_namesRootAndSpecification() {
    JsonNode descriptor = entity("ro-crate-metadata.json");
    assertThat(descriptor.path("@type").asText()).isEqualTo("CreativeWork");
    assertThat(target(descriptor, "about")).isEqualTo("./");
    assertThat(target(descriptor, "conformsTo")).isEqualTo("https://w3id.org/ro/crate/1.1");
  }

  @Test
  void root_hasNameDescriptionDateLicenceAndAuthor() {
    JsonNode root = entity("./");
    assertThat(root.path("@type").asText()).isEqualTo("Dataset");
    assertThat(root.path("name").asText()).isNotBlank();
    assertThat(root.path("description").asText()).contains("tiny", "seed 1");
    assertThat(LocalDate.parse(root.path("datePublished").asText()))
        .isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(target(root, "license")).startsWith("https://");
    assertThat(entity(target(root, "license")).path("@type").asText()).isEqualTo("CreativeWork");
    assertThat(entity(target(root, "author")).path("name").asText()).isEqualTo("Ada Invented");
    assertThat(target(root, "conformsTo")).isEqualTo("https://w3id.org/ro/wfrun/process/0.5");
  }

  @Test
  void parts_areAllEntriesWithSizeHashAndFormat() {
    Set<String> parts = new HashSet<>();
    entity("./").path("hasPart").forEach(part -> parts.add(part.path("@id").asText()));
    Set<String> entries = new HashSet<>(archive.contents().keySet());
    entries.removeAll(Set.of("manifest.json", "ro-crate-metadata.json"));
    assertThat(parts).isEqualTo(entries);
    for (String part : parts) {
      byte[] content = Objects.requireNonNull(archive.contents().get(part));
      JsonNode file = entity(part);
      assertThat(file.path("@type").asText()).isEqualTo("File");
      assertThat(file.path("contentSize").asText()).isEqualTo(String.valueOf(content.length));
      assertThat(file.path("sha256").asText()).isEqualTo(Sha256.of(content).hex());
      assertThat(file.path("encodingFormat").asText()).contains("/");
    }
  }

  @Test
  void action_hasInstrumentObjectsResultsAndAgent() {
    JsonNode action = entity(target(entity("./"), "mentions"));
    assertThat(action.path("@type").asText()).isEqualTo("CreateAction");
    JsonNode program = entity(target(action, "instrument"));
    assertThat(program.path("@type").asText()).isEqualTo("SoftwareApplication");
    assertThat(program.path("softwareVersion").asText()).isNotBlank();
    assertThat(action.path("object").toString())
        .contains("spec.yaml", "#data-train-faces", "#data-proxy-real-embeddings");
    assertThat(action.path("result").toString()).contains("result.json", "similarity.npy");
    assertThat(target(action, "agent")).isEqualTo(target(entity("./"), "author"));
  }

  @Test
  void data_carryLicenceAndDigest() {
    JsonNode data = entity("#data-train-faces");
    assertThat(data.path("@type").asText()).isEqualTo("Dataset");
    assertThat(data.path("license").asText()).isEqualTo("Free for every use.");
    assertThat(data.path("identifier").asText()).matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void references_allPointToEntities() {
    entities.values().forEach(this::assertReferences);
  }

  private void assertReferences(JsonNode node) {
    node.properties()
        .forEach(
            member -> {
              boolean reference = member.getValue().isObject() && member.getValue().size() == 1;
              if (reference && !member.getKey().equals("conformsTo")) {
                assertThat(entities).containsKey(member.getValue().path("@id").asText());
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "./, license, 'license' is no address",
    "./, datePublished, 'datePublished' is no ISO 8601 day",
    "./, author, '' is not described",
    "./, name, the root has no 'name'",
    "./, mentions, the root mentions no CreateAction",
    "#run, instrument, the instrument is no SoftwareApplication",
    "#run, result, the action has no 'result'",
    "spec.yaml, sha256, 'sha256' of spec.yaml is not that of the entry",
    "spec.yaml, contentSize, 'contentSize' of spec.yaml is not that of the entry"
  })
  void verify_withAFieldLeftOut_saysWhich(String id, String field, String problem)
      throws IOException {
    archive.edit(RoCrate.FILE, crate -> ((ObjectNode) entity(crate, id)).remove(field));
    assertThat(archive.verifyDescription().findings())
        .contains(new ArchiveVerification.Finding(RoCrate.FILE, problem));
  }

  private static JsonNode entity(ObjectNode crate, String id) {
    for (JsonNode entity : crate.path("@graph")) {
      if (entity.path("@id").asText().equals(id)) {
        return entity;
      }
    }
    throw new IllegalArgumentException(id);
  }

  private JsonNode entity(String id) {
    return Objects.requireNonNull(entities.get(id), id);
  }

  private static String target(JsonNode entity, String property) {
    return entity.path(property).path("@id").asText();
  }
}
