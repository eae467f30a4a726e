package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facerepro.core.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatesTest {
  private static final Path SPEC =
      Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/missing-set.yaml");

  @TempDir Path root;
  private ArtifactStore store;
  private Stage training;
  private Stage ofFiles;

  @BeforeEach
  void readStages() {
    store = new ArtifactStore(root);
    ExperimentSpec spec = ExperimentSpec.read(SPEC, Scale.EMBEDDED);
    training = spec.stage("recogniser");
    ofFiles = spec.stage("official-embeddings");
  }

  private Estimate estimate(Stage stage, Workload workload) {
    return new Estimates(store).of(stage, workload).orElseThrow();
  }

  private static Workload pictures(double units) {
    return new Workload(units, "pictures x epochs", "a network", 0);
  }

  private static Workload set(String like) {
    return new Workload(1, "sets", like, 1);
  }

  private Path made(Stage stage, @Nullable Workload workload, double seconds, int bytes)
      throws IOException {
    ArtifactKey key =
        new ArtifactKey(
            stage.kind(), Json.tree(Map.of("seconds", seconds)), 1, Map.of(), "none", "v1", "none");
    try (ArtifactStore.Claim claim = store.claim(stage.kind(), key.hex())) {
      Files.write(claim.payloadFolder().resolve("payload"), new byte[bytes]);
      claim.complete(key, workload, seconds);
    }
    return store.folder(stage.kind(), key.hex());
  }

  @Test
  void of_workLikeNoneInTheStore_takesAnAssumedPaceAndSaysSo() {
    Estimate small = estimate(training, pictures(1000));
    Estimate large = estimate(training, pictures(3000));
    assertThat(small.seconds()).isPositive();
    assertThat(large.seconds()).isCloseTo(3 * small.seconds(), within(1e-9));
    assertThat(large.bytes()).isEqualTo(3 * small.bytes()).isPositive();
    assertThat(large.basis()).matches("assumed: \\d+ pictures x epochs/s");
  }

  @Test
  void of_workLikeSomeInTheStore_takesItsPace() throws IOException {
    made(training, pictures(100), 5, 200);
    assertThat(estimate(training, pictures(300)))
        .isEqualTo(new Estimate(15, 600, "pace of 1 earlier artifact"));
  }

  @Test
  void of_workLikeSeveralInTheStore_takesTheirCommonPace() throws IOException {
    made(training, pictures(100), 5, 200);
    made(training, pictures(300), 35, 600);
    assertThat(estimate(training, pictures(200)))
        .isEqualTo(new Estimate(20, 400, "pace of 2 earlier artifacts"));
  }

  @Test
  void of_workOfAnotherNetworkOrUnit_takesNoPaceOfIt() throws IOException {
    made(training, new Workload(100, "pictures x epochs", "another network", 0), 5, 200);
    made(training, new Workload(100, "pictures", "a network", 0), 6, 200);
    assertThat(estimate(training, pictures(100)).basis()).startsWith("assumed: ");
  }

  @Test
  void of_workMoreThanTenTimesAsLarge_takesNoPaceOfIt() throws IOException {
    made(training, pictures(100), 5, 200);
    assertThat(estimate(training, pictures(1000)).basis()).startsWith("pace of");
    assertThat(estimate(training, pictures(1001)).basis()).startsWith("assumed: ");
  }

  @Test
  void of_workBesideArtifactsThatTellNothing_takesNoPaceOfThem() throws IOException {
    made(training, null, 5, 200);
    Files.delete(made(training, pictures(100), 6, 200).resolve("payload"));
    assertThat(estimate(training, pictures(100)).basis()).startsWith("assumed: ");
  }

  @Test
  void of_aSetThatNobodyCounted_isUnknownUntilItWasReadOnce() throws IOException {
    made(ofFiles, set("another set"), 5, 200);
    assertThat(new Estimates(store).of(ofFiles, set("a set"))).isEmpty();
    made(ofFiles, set("a set"), 30, 1000);
    assertThat(estimate(ofFiles, set("a set")))
        .isEqualTo(new Estimate(30, 1000, "pace of 1 earlier artifact"));
  }

  @Test
  void of_aSetThatNobodyCounted_takesNoPaceThatIsAssumedOfPictures() {
    assertThat(new Estimates(store).of(training, set("a set"))).isEmpty();
  }
}
