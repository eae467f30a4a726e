package org.facerepro.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.facerepro.archive.container.Limits;
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
public final class StoredRun implements AutoCloseable {
  private static final String ENDING = ".tar.gz";

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
    Path file = Files.isDirectory(place) ? inFolder(place) : place;
    return file.toString().endsWith(ENDING)
        ? archive(file)
        : new StoredRun(file, Json.read(file, RunResult.class), null, null);
  }

  private static Path inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(ENDING)).toList();
      if (archives.size() > 1) {
        throw new DataUnavailableException(
            "%s holds %d archives: name one of them".formatted(folder, archives.size()));
      }
      return archives.isEmpty() ? folder.resolve(ResultArchive.RESULT) : archives.get(0);
    } catch (IOException e) {
      throw new StorageException("cannot read " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static StoredRun archive(Path file) {
    try {
      Path scratch = Files.createTempDirectory("facerepro-run");
      try {
        Contents contents = intact(file, scratch);
        RunResult result = contents.read(ResultArchive.RESULT, RunResult.class);
        return new StoredRun(file, result, contents, scratch);
      } catch (CorruptDataException | DataUnavailableException e) {
        AtomicFiles.deleteTree(scratch);
        throw e;
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack scores to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static Contents intact(Path file, Path scratch) {
    List<String> problems = new ArrayList<>();
    Contents contents =
        ArchiveReading.read(
            file, Limits.DEFAULT, scratch, (entry, what) -> problems.add(entry + " " + what));
    if (!problems.isEmpty()) {
      throw new CorruptDataException(
          "%s is not sound: %s%s"
              .formatted(
                  file,
                  problems.get(0),
                  problems.size() > 1 ? ", and %d more".formatted(problems.size() - 1) : ""));
    }
    return contents;
  }

  /** Returns the file that was opened. */
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

  /** Returns the entries' digests by name; nothing of a bare result. */
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
      String entry = StageEntries.name(StageEntries.TRAIN, model.stage(), file);
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

  /** Returns who stands for the run; nothing of a bare result or without a valid description. */
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
    if (all == null || folder == null || !result.reports().containsKey(stage)) {
      return Optional.empty();
    }
    try {
      Path own = Files.createTempDirectory(folder, "stage");
      return Optional.of(new VerifyStage(all, stage).scores(own));
    } catch (IOException e) {
      throw new StorageException("cannot unpack scores (" + AtomicFiles.reason(e) + ")", e);
    }
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
