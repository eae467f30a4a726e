package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial each of whose runs carries the network that its specification publishes. */
class PublishingTrialTest {
  private static final long[] SEEDS = {1, 2};
  private static final String WEIGHTS = "/train/recogniser/model.safetensors";

  @TempDir Path folder;
  private Path archive = Path.of("");

  @BeforeEach
  void pack() throws IOException {
    SmallTrial trial = SmallTrial.in(folder, SEEDS);
    for (long seed : SEEDS) {
      trial
          .withSpecification(seed, PublishingRun::publishing)
          .with(seed, run -> PublishingRun.withNetwork(run, seed));
    }
    archive = folder.resolve("trial.tar.gz");
    trial.pack(archive);
  }

  private static byte[] weights(SmallArchive trial, long seed) {
    return Objects.requireNonNull(trial.contents().get("seed" + seed + WEIGHTS));
  }

  @Test
  void archive_carriesTheNetworkOfEachSeed() throws IOException {
    SmallArchive trial = SmallArchive.ofFile(archive);
    for (long seed : SEEDS) {
      Path trained = folder.resolve("run" + seed + "/store/recogniser/model.safetensors");
      assertThat(weights(trial, seed)).isEqualTo(Files.readAllBytes(trained));
    }
    assertThat(weights(trial, 1)).isNotEqualTo(weights(trial, 2));
    assertThat(ArchiveVerifier.recompute(archive).findings()).isEmpty();
  }

  @Test
  void verify_ofOtherWeightsOfOneSeed_namesThem() throws IOException {
    SmallTrial.forge(archive, trial -> trial.contents().put("seed2" + WEIGHTS, weights(trial, 1)));
    assertThat(ArchiveVerifier.verify(archive).findings())
        .isNotEmpty()
        .allMatch(finding -> finding.entry().startsWith("seed2/"))
        .anyMatch(finding -> finding.entry().equals("seed2" + WEIGHTS));
  }
}
