package org.facerepro.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.facerepro.core.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenTruthTest {
  @TempDir Path folder;

  @Test
  void inFolders_thatCannotBeRead_isAFailureOfStorage() {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> WrittenTruth.inFolders(gone, truth -> {}))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(gone.toString());
  }

  @Test
  void inShard_thatCannotBeRead_isAFailureOfStorage() {
    Path gone = folder.resolve("gone.tar");
    assertThatThrownBy(() -> WrittenTruth.inShard(gone, truth -> {}))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(gone.toString());
  }
}
