package org.facerepro.experiment.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.UnfinishedWork;

/**
 * What lies in a store.
 *
 * @param schema {@code facerepro/store-listing/v1}
 * @param store folder of the store
 * @param artifacts complete artifacts, by kind and key
 * @param unfinished work that a run is at, or that a killed one left
 */
public record StoreListing(
    String schema, String store, List<StoredArtifact> artifacts, List<UnfinishedWork> unfinished) {

  public static final String SCHEMA = "facerepro/store-listing/v1";

  public StoreListing {
    artifacts = List.copyOf(artifacts);
    unfinished = List.copyOf(unfinished);
  }

  /**
   * Looks at sizes and times, at no payload.
   *
   * @throws StorageException if the store cannot be read
   */
  public static StoreListing of(ArtifactStore store) {
    try {
      List<StoredArtifact> artifacts = new ArrayList<>();
      for (ArtifactName name : store.artifacts()) {
        artifacts.add(stored(store, name));
      }
      return new StoreListing(SCHEMA, store.root().toString(), artifacts, store.unfinished());
    } catch (IOException e) {
      throw new StorageException(
          "cannot read the store " + store.root() + " (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static StoredArtifact stored(ArtifactStore store, ArtifactName name) throws IOException {
    Path folder = store.folder(name.kind(), name.key());
    int files = 0;
    long bytes = 0;
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files++;
        bytes += Files.size(file);
      }
    }
    return StoredArtifact.of(
        name, files, bytes, store.read(name).orElse(null), store.used(name).toString());
  }

  /** Returns the size of all complete artifacts. */
  public long bytes() {
    return artifacts.stream().mapToLong(StoredArtifact::bytes).sum();
  }
}
