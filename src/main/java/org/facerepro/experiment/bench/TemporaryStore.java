package org.facerepro.experiment.bench;

import java.io.IOException;
import java.nio.file.Files;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ArtifactStore;

/** A store in a temporary folder, which goes with it. */
record TemporaryStore(ArtifactStore store) implements AutoCloseable {

  static TemporaryStore create() throws IOException {
    return new TemporaryStore(new ArtifactStore(Files.createTempDirectory("facerepro-bench")));
  }

  @Override
  public void close() {
    try {
      AtomicFiles.deleteTree(store.root());
    } catch (IOException e) {
      throw new StorageException("cannot delete a store (" + AtomicFiles.reason(e) + ")", e);
    }
  }
}
