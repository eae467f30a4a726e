package org.facerepro.experiment.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Json;
import org.facerepro.core.Sha256;
import org.facerepro.core.StorageException;
import org.facerepro.data.FaceEntry;
import org.facerepro.data.FaceSet;
import org.facerepro.data.recordio.ImageRecordWriter;
import org.facerepro.experiment.generation.FaceSource;
import org.facerepro.experiment.generation.RenderPool;

/**
 * InsightFace's {@code train.rec} and what belongs to it, and {@code parameters.jsonl} with a line
 * per picture. Rendered into shards first, so that an interrupted run can go on; for the time of
 * packing the disk holds the pictures twice.
 */
final class RecordTarget implements SetTarget {
  private static final String STAGING = AtomicFiles.TEMPORARY_PREFIX + "shards";
  private static final String RECORDS = "train.rec";

  private record Line(String key, String subject, JsonNode annotations) {}

  private final Path folder;
  private final FaceSource source;
  private final ShardTarget shards;
  private final boolean packed;

  RecordTarget(Path folder, SetRecipe recipe, FaceSource source) {
    this.folder = folder;
    this.source = source;
    this.packed = Files.exists(folder.resolve(RECORDS));
    this.shards = new ShardTarget(staging(), recipe, source, ShardSelection.ALL);
  }

  /** Returns whether a folder holds a packed set that needs nothing more. */
  static boolean isFinished(Path folder) {
    return Files.exists(folder.resolve(RECORDS))
        && Files.exists(folder.resolve(SetCard.FILE))
        && !Files.exists(folder.resolve(STAGING));
  }

  private Path staging() {
    return folder.resolve(STAGING);
  }

  @Override
  public int present() {
    return shards.present();
  }

  @Override
  public int wanted() {
    return shards.wanted();
  }

  @Override
  public void render(RenderPool pool, IntConsumer done) {
    shards.render(pool, done);
  }

  @Override
  public boolean isWhole() {
    return shards.isWhole();
  }

  @Override
  public void assemble() {
    shards.assemble();
    if (packed) {
      return;
    }
    try (FaceSet faces = FaceSet.open(staging())) {
      AtomicFiles.writeFile(
          folder.resolve(FolderTarget.PARAMETERS), file -> writeParameters(faces, file));
      int side = source.info().side();
      ImageRecordWriter.write(folder, side, side, sink -> pack(faces, sink));
    }
  }

  private static void writeParameters(FaceSet faces, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (FaceEntry entry : faces.samples()) {
        JsonNode annotations = faces.annotations(entry);
        out.write(Json.compact(new Line(entry.key(), entry.subject(), annotations)));
        out.write('\n');
      }
    }
  }

  private static void pack(FaceSet faces, ImageRecordWriter.Sink sink) throws IOException {
    Map<String, Integer> numbers = faces.subjects();
    for (FaceEntry entry : faces.samples()) {
      String path = entry.subject() + "/" + entry.key() + "." + entry.format().extension();
      sink.image(numbers.getOrDefault(entry.subject(), -1), path, true, faces.read(entry));
    }
  }

  @Override
  public void readAll(Consumer<StoredFace> reader) {
    shards.readAll(reader);
  }

  @Override
  public void readTruth(Consumer<JsonNode> reader) {
    // A .rec has no place for it.
  }

  @Override
  public Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    for (String name : new String[] {RECORDS, "train.idx", "train.lst", "property"}) {
      try {
        hashes.put(name, Sha256.ofFile(folder.resolve(name)).hex());
      } catch (IOException e) {
        throw failure(e);
      }
    }
    return hashes;
  }

  @Override
  public void tidy() {
    try {
      AtomicFiles.deleteTree(staging());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private StorageException failure(IOException e) {
    return new StorageException(
        "cannot use %s (%s): check permissions".formatted(folder, AtomicFiles.reason(e)), e);
  }
}
