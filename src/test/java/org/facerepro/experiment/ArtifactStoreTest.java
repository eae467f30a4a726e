package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.facerepro.core.Json;
import org.facerepro.core.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
  private static final ArtifactKey KEY =
      new ArtifactKey("train", Json.tree(Map.of("epochs", 3)), 1, Map.of(), "none", "v1", "none");

  @TempDir Path root;
  private ArtifactStore store;

  @BeforeEach
  void openStore() {
    store = new ArtifactStore(root);
  }

  @Test
  void find_beforeTheWorkIsComplete_findsNothing() throws IOException {
    try (ArtifactStore.Claim claim = store.claim("train", KEY.hex())) {
      Files.writeString(claim.payloadFolder().resolve("model"), "half");
      assertThat(store.find("train", KEY.hex())).isEmpty();
    }
  }

  @Test
  void find_afterCompletion_returnsThePayloadsHashes() throws IOException {
    make("whole");
    assertThat(store.find("train", KEY.hex()))
        .hasValueSatisfying(artifact -> assertThat(artifact.payload()).containsOnlyKeys("model"));
  }

  @Test
  void claim_afterAnInterruption_stillHoldsWhatWasDone() throws IOException {
    try (ArtifactStore.Claim claim = store.claim("train", KEY.hex())) {
      Files.writeString(claim.workFolder().resolve("checkpoint"), "epoch 2");
    }
    try (ArtifactStore.Claim claim = store.claim("train", KEY.hex())) {
      assertThat(claim.workFolder().resolve("checkpoint")).hasContent("epoch 2");
    }
  }

  @Test
  void complete_dropsCheckpointsAndTemporaryFiles() throws IOException {
    try (ArtifactStore.Claim claim = store.claim("train", KEY.hex())) {
      Files.writeString(claim.workFolder().resolve("checkpoint"), "epoch 2");
      Files.writeString(claim.payloadFolder().resolve(".tmp-half"), "half");
      Files.writeString(claim.payloadFolder().resolve("model"), "whole");
      claim.complete(KEY, 1);
    }
    assertThat(root.resolve("train")).isDirectoryNotContaining("glob:**/.work-*");
    assertThat(store.folder("train", KEY.hex())).isDirectoryNotContaining("glob:**/.tmp-*");
  }

  @Test
  void find_ofAnAlteredPayload_findsNothingUntilItIsMadeAgain() throws IOException {
    make("whole");
    Path folder = store.folder("train", KEY.hex());
    Files.writeString(folder.resolve("model"), "forged");
    assertThat(store.find("train", KEY.hex())).isEmpty();
    make("whole");
    assertThat(store.find("train", KEY.hex())).isPresent();
  }

  @Test
  void complete_overAFolderThatIsNoArtifact_replacesIt() throws IOException {
    Path folder = Files.createDirectories(store.folder("train", KEY.hex()));
    Files.writeString(folder.resolve("debris"), "?");
    make("whole");
    assertThat(store.find("train", KEY.hex())).isPresent();
  }

  @Test
  void find_withABrokenArtifactFile_findsNothing() throws IOException {
    make("whole");
    Files.writeString(store.folder("train", KEY.hex()).resolve("artifact.json"), "{");
    assertThat(store.find("train", KEY.hex())).isEmpty();
  }

  @Test
  void claim_inAStoreThatCannotBeWritten_saysSo() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "no folder");
    assertThatThrownBy(() -> new ArtifactStore(file).claim("train", KEY.hex()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot write the store")
        .hasMessageContaining("--store");
  }

  @Test
  void hex_changesWithEveryComponent() {
    ArtifactKey otherSeed =
        new ArtifactKey("train", Json.tree(Map.of("epochs", 3)), 2, Map.of(), "none", "v1", "none");
    ArtifactKey otherCode =
        new ArtifactKey("train", Json.tree(Map.of("epochs", 3)), 1, Map.of(), "none", "v2", "none");
    ArtifactKey otherInput =
        new ArtifactKey(
            "train", Json.tree(Map.of("epochs", 3)), 1, Map.of("faces", "a"), "none", "v1", "none");
    assertThat(Set.of(KEY.hex(), otherSeed.hex(), otherCode.hex(), otherInput.hex())).hasSize(4);
  }

  @Test
  void claim_heldByOneThread_makesTheOtherWait() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch asked = new CountDownLatch(1);
    try {
      Future<Boolean> second;
      try (ArtifactStore.Claim first = store.claim("train", KEY.hex())) {
        second = pool.submit(() -> completeWhenClaimed(asked));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        Files.writeString(first.payloadFolder().resolve("model"), "whole");
        first.complete(KEY, 1);
      }
      assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean completeWhenClaimed(CountDownLatch asked) {
    asked.countDown();
    try (ArtifactStore.Claim claim = store.claim("train", KEY.hex())) {
      return claim.held() && store.has("train", KEY.hex());
    }
  }

  private void make(String content) throws IOException {
    try (ArtifactStore.Claim claim = store.claim("train", KEY.hex())) {
      Files.writeString(claim.payloadFolder().resolve("model"), content);
      claim.complete(KEY, 1);
    }
  }
}
