package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.facerepro.archive.container.Content;
import org.facerepro.archive.container.Limits;
import org.facerepro.archive.container.TarGz;
import org.facerepro.archive.container.TarGzReader;
import org.facerepro.core.Json;

/**
 * An archive of the fixture {@code tiny}, with drawn scores in the place of training, whose content
 * can be forged: the manifest and the container always fit what is in it.
 */
public final class SmallArchive {
  static final String STAGE = "proxy-real";
  static final String METRICS = "verify/proxy-real/metrics.json";

  static final String NAME = "archive.tar.gz";

  private static final long SEED = 1;

  private final Path file;
  private final TreeMap<String, byte[]> contents = new TreeMap<>();

  private SmallArchive(Path file) {
    this.file = file;
  }

  static SmallArchive in(Path folder) throws IOException {
    return of(folder, SmallRun.of(folder, "tiny", SEED));
  }

  /** Packs a run, and takes up what is in it. */
  static SmallArchive of(Path folder, SmallRun run) throws IOException {
    run.pack(folder.resolve(NAME));
    return of(folder);
  }

  /** Takes up what is in the archive of a folder. */
  static SmallArchive of(Path folder) throws IOException {
    return ofFile(folder.resolve(NAME));
  }

  /** Takes up what is in an archive. */
  public static SmallArchive ofFile(Path file) throws IOException {
    SmallArchive small = new SmallArchive(file);
    TarGzReader.read(
        file, Limits.DEFAULT, (name, size, in) -> small.contents.put(name, in.readAllBytes()));
    return small;
  }

  Path file() {
    return file;
  }

  /** Returns the entries, which can be changed. */
  public SortedMap<String, byte[]> contents() {
    return contents;
  }

  SmallArchive put(String entry, String content) {
    contents.put(entry, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Removes an entry. */
  public SmallArchive remove(String entry) {
    contents.remove(entry);
    return this;
  }

  SmallArchive replace(String entry, String old, String now) {
    String content = new Contents(contents).text(entry);
    if (!content.contains(old)) {
      throw new IllegalArgumentException(entry + " does not hold " + old);
    }
    return put(entry, content.replace(old, now));
  }

  /** Changes a JSON entry. */
  public SmallArchive edit(String entry, Consumer<ObjectNode> change) {
    ObjectNode tree = (ObjectNode) new Contents(contents).object(entry);
    change.accept(tree);
    contents.put(entry, Json.pretty(tree));
    return this;
  }

  /**
   * Makes digests in result, plan and description fit the files again, as a careful forger would.
   */
  SmallArchive withMatchingPayload() {
    Contents now = new Contents(contents);
    edit(
        ResolvedPlan.FILE,
        plan -> {
          ObjectNode files = (ObjectNode) last(plan).path("work").path("payload");
          for (String file : StageEntries.kept(StageEntries.VERIFY)) {
            files.put(file, now.sha256(StageEntries.name(StageEntries.VERIFY, STAGE, file)));
          }
        });
    String payload = new VerifyStage(now, STAGE).payload();
    return edit(ResultArchive.RESULT, result -> last(result).put("payload", payload));
  }

  private static ObjectNode last(ObjectNode file) {
    JsonNode stages = file.path("stages");
    return (ObjectNode) stages.path(stages.size() - 1);
  }

  /** Makes the manifest of a run within a trial fit again. */
  SmallArchive withMatchingManifest(String run) throws IOException {
    TreeMap<String, Content> own = new TreeMap<>();
    contents
        .tailMap(run)
        .forEach(
            (name, bytes) -> {
              if (name.startsWith(run) && !name.equals(run + Manifest.FILE)) {
                own.put(name.substring(run.length()), Content.of(bytes));
              }
            });
    contents.put(run + Manifest.FILE, Json.pretty(Manifest.of(own)));
    return this;
  }

  /** Recomputes, with a description and a manifest that fit. */
  ArchiveVerification verify() throws IOException {
    describe();
    list();
    return recomputeAsIs();
  }

  /** Recomputes with a manifest that fits, the description left as it is. */
  ArchiveVerification verifyDescription() throws IOException {
    list();
    return recomputeAsIs();
  }

  /** Checks without the scores, with a description and a manifest that fit. */
  ArchiveVerification verifyWithoutScores() throws IOException {
    describe();
    list();
    return verifyAsIs();
  }

  /** Writes what is there, with a description and a manifest that fit. */
  public void write() throws IOException {
    describe();
    list();
    writeAsIs();
  }

  private void describe() throws IOException {
    contents.remove(Manifest.FILE);
    Manifest manifest = Manifest.of(asContent());
    edit(RoCrate.FILE, crate -> describe(crate, manifest));
  }

  private static void describe(ObjectNode crate, Manifest manifest) {
    ArrayNode graph = (ArrayNode) crate.path("@graph");
    for (int i = graph.size() - 1; i >= 0; i--) {
      ObjectNode entity = (ObjectNode) graph.path(i);
      Manifest.Entry entry = manifest.entries().get(entity.path("@id").asText());
      if (entry != null && entity.path("@type").asText().equals("File")) {
        entity.put("sha256", entry.sha256()).put("contentSize", Long.toString(entry.bytes()));
      } else if (entity.path("@id").asText().equals(RoCrate.ROOT)) {
        ArrayNode parts = entity.putArray("hasPart");
        manifest.entries().keySet().stream()
            .filter(name -> !name.equals(RoCrate.FILE))
            .forEach(name -> parts.addObject().put("@id", name));
      }
    }
  }

  private void list() throws IOException {
    contents.remove(Manifest.FILE);
    contents.put(Manifest.FILE, Json.pretty(Manifest.of(asContent())));
  }

  private SortedMap<String, Content> asContent() {
    TreeMap<String, Content> content = new TreeMap<>();
    contents.forEach((name, bytes) -> content.put(name, Content.of(bytes)));
    return content;
  }

  ArchiveVerification recomputeAsIs() {
    writeAsIs();
    return ArchiveVerifier.recompute(file());
  }

  ArchiveVerification verifyAsIs() {
    writeAsIs();
    return ArchiveVerifier.verify(file());
  }

  /** Writes what is there, the manifest first where there is one. */
  private void writeAsIs() {
    Map<String, Content> ordered = new LinkedHashMap<>();
    SortedMap<String, Content> content = asContent();
    if (content.containsKey(Manifest.FILE)) {
      ordered.put(Manifest.FILE, content.remove(Manifest.FILE));
    }
    ordered.putAll(content);
    TarGz.write(file(), ordered);
  }
}
