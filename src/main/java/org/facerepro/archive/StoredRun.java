package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.Environment;
import org.facerepro.experiment.ExperimentSpec;
import org.facerepro.experiment.RunResult;
import org.facerepro.experiment.Scale;
import org.facerepro.metric.Scores;
import org.facerepro.train.ModelFacts;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was stored: an archive with all that is in it, or a bare result without scores.
 *
 * <p>Scores lie in a temporary folder until it is closed. What is opened is intact: an archive in
 * which anything was altered is refused.
 */
public final class StoredRun implements StoredArchive {
  private final Path file;
  private final RunResult result;
  private final @Nullable Contents contents;
  private final @Nullable Path scratch;

  private StoredRun(
      Path file, RunResult result, @Nullable Contents contents, @Nullable Path scratch) {
    this.file = file;
    this.result = result;
    this.contents = contents;
    this.scratch = scratch;
  }

  /**
   * Opens an archive, a {@code result.json}, or a folder that holds one archive or result.
   *
   * @throws DataUnavailableException if there is none
   * @throws CorruptDataException if it was altered, or is no result; the message names the place
   */
  public static StoredRun open(Path place) {
    StoredArchive stored = StoredArchive.open(place);
    if (stored instanceof StoredRun run) {
      return run;
    }
    stored.close();
    throw new DataUnavailableException(
        stored.file() + " is the archive of a trial: where one run is wanted, name that of a seed");
  }

  static StoredRun bare(Path file) {
    return new StoredRun(file, Json.read(file, RunResult.class), null, null);
  }

  static StoredRun of(Path file, Contents contents, Path scratch) {
    RunResult result = contents.read(ResultArchive.RESULT, RunResult.class);
    return new StoredRun(file, result, contents, scratch);
  }

  @Override
  public Path file() {
    return file;
  }

  public RunResult result() {
    return result;
  }

  /** Returns machine and software; nothing of a bare result. */
  public Optional<Environment> environment() {
    return entries().map(all -> all.read(ResultArchive.ENVIRONMENT, Environment.class));
  }

  /** Returns the specification as it stands at the scale of the run; nothing of a bare result. */
  public Optional<ExperimentSpec> specification() {
    return entries()
        .map(
            all ->
                ExperimentSpec.parse(
                    all.text(ResultArchive.SPEC), ResultArchive.SPEC, Scale.of(result.scale())));
  }

  /** Returns what the pictures are, by stage; nothing of a bare result. */
  public Map<String, DataCard> data() {
    return entries().map(all -> data(all, result)).orElseGet(Map::of);
  }

  static Map<String, DataCard> data(Contents all, RunResult result) {
    Map<String, DataCard> data = new LinkedHashMap<>();
    for (RunResult.StageRecord stage : result.stages()) {
      String card = StageEntries.card(stage.name());
      if (all.names().contains(card)) {
        data.put(stage.name(), all.read(card, DataCard.class));
      }
    }
    return data;
  }

  /** Returns the card of the network that is published with the run, if one is. */
  public Optional<PublishedModel> model() {
    return specification()
        .flatMap(spec -> Optional.ofNullable(spec.publishes()))
        .map(publishes -> StageEntries.model(publishes.model()))
        .flatMap(
            card ->
                entries()
                    .filter(all -> all.names().contains(card))
                    .map(all -> all.read(card, PublishedModel.class)));
  }

  @Override
  public Map<String, String> entryHashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    entries().ifPresent(all -> all.names().forEach(name -> hashes.put(name, all.sha256(name))));
    return hashes;
  }

  /**
   * Lays the published network down as a model folder.
   *
   * @throws StorageException if it cannot be written
   */
  void layDown(PublishedModel model, Path folder) {
    Contents all = Objects.requireNonNull(contents, "contents");
    for (String file : List.of(ModelFacts.FILE, ModelFacts.WEIGHTS_FILE)) {
      String entry = StageEntries.beside(model.weights(), file);
      AtomicFiles.writeFile(folder.resolve(file), all.bytes(entry));
    }
  }

  /** Returns an entry as JSON, if there is one. */
  public Optional<JsonNode> json(String entry) {
    return entries().filter(all -> all.names().contains(entry)).map(all -> all.object(entry));
  }

  /** Returns an entry that is no array as text, if there is one. */
  public Optional<String> text(String entry) {
    return entries().filter(all -> all.holds(entry)).map(all -> all.text(entry));
  }

  @Override
  public Optional<Imprint> imprint() {
    return json(RoCrate.FILE).flatMap(RoCrate::imprint);
  }

  /**
   * Returns the scores of a verify stage that ran; nothing of a bare result.
   *
   * @throws CorruptDataException if they are none
   */
  public Optional<Scores> scores(String stage) {
    Contents all = contents;
    Path folder = scratch;
    if (all == null || folder == null || !verified(stage)) {
      return Optional.empty();
    }
    try {
      Path own = Files.createTempDirectory(folder, "stage");
      return Optional.of(new VerifyStage(all, stage).scores(own));
    } catch (IOException e) {
      throw new StorageException("cannot unpack scores (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private boolean verified(String stage) {
    return result
        .stage(stage)
        .filter(record -> record.kind().equals(StageEntries.VERIFY) && record.notRun() == null)
        .isPresent();
  }

  private Optional<Contents> entries() {
    return Optional.ofNullable(contents);
  }

  @Override
  public void close() {
    Path folder = scratch;
    if (folder != null) {
      try {
        AtomicFiles.deleteTree(folder);
      } catch (IOException e) {
        throw new StorageException(
            "cannot remove " + folder + " (" + AtomicFiles.reason(e) + ")", e);
      }
    }
  }
}
