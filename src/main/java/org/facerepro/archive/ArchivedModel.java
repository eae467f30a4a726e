package org.facerepro.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.StorageException;

/**
 * The network that an archive carries, laid down in a temporary folder until it is closed. Opened
 * are only archives that {@link ArchiveVerifier#verify} finds sound, so the card says what is true
 * of the weights.
 */
public final class ArchivedModel implements AutoCloseable {
  private final String name;
  private final PublishedModel card;
  private final Path folder;

  private ArchivedModel(String name, PublishedModel card, Path folder) {
    this.name = name;
    this.card = card;
    this.folder = folder;
  }

  /**
   * Opens an archive.
   *
   * @throws DataUnavailableException if there is none, or it carries no network
   * @throws CorruptDataException if anything in it was altered or does not fit
   */
  public static ArchivedModel open(Path archive) {
    if (!Files.isRegularFile(archive)) {
      throw new DataUnavailableException("model " + archive + " does not exist");
    }
    requireSound(archive);
    try (StoredRun run = StoredRun.open(archive)) {
      PublishedModel card =
          run.model()
              .orElseThrow(
                  () ->
                      new DataUnavailableException(
                          archive
                              + " carries no network: its specification has no 'publishes'; run it"
                              + " again with one"));
      Path folder = Files.createTempDirectory("facerepro-model");
      run.layDown(card, folder);
      String name =
          "%s/%s-seed%d"
              .formatted(run.result().experiment(), run.result().scale(), run.result().seed());
      return new ArchivedModel(name, card, folder);
    } catch (IOException e) {
      throw new StorageException(
          "cannot unpack a model to a temporary folder (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static void requireSound(Path archive) {
    List<ArchiveVerification.Finding> findings = ArchiveVerifier.verify(archive).findings();
    if (!findings.isEmpty()) {
      throw new CorruptDataException(
          "%s is not sound: %s %s; 'archive verify' tells all"
              .formatted(archive, findings.get(0).entry(), findings.get(0).problem()));
    }
  }

  /** Returns what it is called: experiment, scale and seed. */
  public String name() {
    return name;
  }

  public PublishedModel card() {
    return card;
  }

  /** Returns the model folder, which is there until this is closed. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      AtomicFiles.deleteTree(folder);
    } catch (IOException e) {
      throw new StorageException("cannot remove " + folder + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
