package org.facerepro.experiment.bench;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.OptionalDouble;
import org.facerepro.core.AtomicFiles;
import org.facerepro.core.Rng;
import org.facerepro.core.Seed;
import org.facerepro.core.StorageException;
import org.facerepro.experiment.ArtifactKey;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.store.StoreCheck;

/** Verifying a store of 1 GiB in 64 artifacts; its files are in the system's cache. */
final class StoreCheckCase implements BenchCase {
  private static final int ARTIFACTS = 64;
  private static final int BYTES = 16 << 20;

  @Override
  public String id() {
    return "store-verify-1g";
  }

  @Override
  public BenchTarget target() {
    return BenchTarget.STORE;
  }

  @Override
  public OptionalDouble limit() {
    return OptionalDouble.of(5);
  }

  @Override
  public Prepared prepare(double scale) {
    byte[] payload = new byte[BenchCase.scaled(BYTES, scale, 1024)];
    try {
      TemporaryStore temporary = TemporaryStore.create();
      try {
        for (int i = 0; i < ARTIFACTS; i++) {
          fill(payload, new Seed(i).rng());
          put(temporary.store(), i, payload);
        }
      } catch (IOException | RuntimeException e) {
        temporary.close();
        throw e;
      }
      return new Data(temporary, (long) ARTIFACTS * payload.length);
    } catch (IOException e) {
      throw new StorageException("cannot fill a store (" + AtomicFiles.reason(e) + ")", e);
    }
  }

  private static void fill(byte[] payload, Rng rng) {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    while (bytes.remaining() >= Long.BYTES) {
      bytes.putLong(rng.nextLong());
    }
  }

  private static void put(ArtifactStore store, int number, byte[] payload) throws IOException {
    ArtifactKey key =
        new ArtifactKey("generate", IntNode.valueOf(number), number, Map.of(), "none", "0", "any");
    try (ArtifactStore.Claim claim = store.claim(key.kind(), key.hex())) {
      Files.write(claim.payloadFolder().resolve("payload.bin"), payload);
      claim.complete(key, 0);
    }
  }

  private record Data(TemporaryStore temporary, long bytes) implements Prepared {
    @Override
    public String input() {
      return "a store of %d artifacts, %d bytes".formatted(ARTIFACTS, bytes);
    }

    @Override
    public Object run(Stages stages) {
      StoreCheck check = stages.time("verify", () -> StoreCheck.of(temporary.store()));
      return "%d files, %d bytes, sound: %b".formatted(check.files(), check.bytes(), check.sound());
    }

    @Override
    public void close() {
      temporary.close();
    }
  }
}
