package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;

/**
 * A trial as it was archived, with its runs.
 *
 * <p>Scores lie in a temporary folder until it is closed. What is opened is intact: an archive in
 * which anything was altered is refused.
 */
public final class StoredTrial implements StoredArchive {
  private final Path file;
  private final Contents contents;
  private final Path scratch;
  private final Trial trial;
  private final List<StoredRun> runs = new ArrayList<>();

  private StoredTrial(Path file, Contents contents, Path scratch) {
    this.file = file;
    this.contents = contents;
    this.scratch = scratch;
    this.trial = contents.read(TrialArchive.TRIAL, Trial.class);
  }

  static StoredTrial of(Path file, Contents contents, Path scratch) throws IOException {
    StoredTrial stored = new StoredTrial(file, contents, scratch);
    for (long seed : stored.trial.seeds()) {
      Path own = Files.createTempDirectory(scratch, "run");
      Contents run = contents.below(TrialArchive.folder(seed));
      stored.runs.add(StoredRun.of(file, run, own));
    }
    return stored;
  }

  /**
   * Opens the archive of a trial, or a folder that holds nothing but one.
   *
   * @throws DataUnavailableException if there is none
   * @throws CorruptDataException if it was altered; the message names the place
   */
  public static StoredTrial open(Path place) {
    StoredArchive stored = StoredArchive.open(place);
    if (stored instanceof StoredTrial trial) {
      return trial;
    }
    stored.close();
    throw new DataUnavailableException(stored.file() + " is of one run: a trial is wanted");
  }

  @Override
  public Path file() {
    return file;
  }

  public Trial trial() {
    return trial;
  }

  /** Returns the runs in the order of the seeds, which are closed with the trial. */
  public List<StoredRun> runs() {
    return List.copyOf(runs);
  }

  /** Returns the run of a seed, if the trial has it. */
  public Optional<StoredRun> run(long seed) {
    return runs.stream().filter(run -> run.result().seed() == seed).findFirst();
  }

  /** Returns what the trial was held against. */
  public TrialBaselines baselines() {
    return contents.read(TrialArchive.BASELINES, TrialBaselines.class);
  }

  /** Returns where its scores lie until it is closed. */
  Path scratch() {
    return scratch;
  }

  /** Returns the trial for people. */
  public String text() {
    return contents.text(TrialArchive.TEXT);
  }

  @Override
  public Optional<Imprint> imprint() {
    return RoCrate.imprint(contents.object(RoCrate.FILE));
  }

  @Override
  public Map<String, String> entryHashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    contents.names().forEach(name -> hashes.put(name, contents.sha256(name)));
    return hashes;
  }

  @Override
  public void close() {
    try {
      AtomicFiles.deleteTree(scratch);
    } catch (IOException e) {
      throw new StorageException(
          "cannot remove " + scratch + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
