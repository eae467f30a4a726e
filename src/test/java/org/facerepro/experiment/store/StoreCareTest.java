package org.facerepro.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.facerepro.core.Json;
import org.facerepro.experiment.ArtifactKey;
import org.facerepro.experiment.ArtifactName;
import org.facerepro.experiment.ArtifactStore;
import org.facerepro.experiment.Plan;
import org.facerepro.experiment.StageStatus;
import org.facerepro.experiment.StoreLease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCareTest {
  @TempDir Path root;
  private ArtifactStore store;
  private ArtifactName faces;
  private ArtifactName model;

  @BeforeEach
  void fill() throws IOException {
    store = new ArtifactStore(root);
    faces = make("generate", Map.of());
    model = make("train", Map.of("faces", faces.key()));
  }

  private ArtifactName make(String kind, Map<String, String> inputs) throws IOException {
    ArtifactKey key = new ArtifactKey(kind, Json.tree(1), 1, inputs, "none", "v1", "java");
    try (ArtifactStore.Claim claim = store.claim(kind, key.hex())) {
      Files.writeString(claim.payloadFolder().resolve("payload"), kind);
      claim.complete(key, 1);
    }
    return key.name();
  }

  private Path file(ArtifactName name, String file) {
    return store.folder(name.kind(), name.key()).resolve(file);
  }

  @Test
  void aListing_tellsSizesAndWhatLiesUnfinished() throws IOException {
    Files.writeString(
        Files.createDirectories(root.resolve("train/.work-abc")).resolve("checkpoint"), "12345");
    StoreListing listing = StoreListing.of(store);
    assertThat(listing.artifacts())
        .extracting(StoredArtifact::name, StoredArtifact::files)
        .containsExactly(tuple(faces, 2), tuple(model, 2));
    assertThat(listing.unfinished())
        .singleElement()
        .matches(work -> work.key().equals("abc") && work.bytes() == 5 && !work.running());
  }

  @Test
  void aSoundStore_hasNoDamage() {
    assertThat(StoreCheck.of(store)).matches(StoreCheck::sound).matches(c -> c.files() == 2);
  }

  @Test
  void oneChangedByte_isNamed() throws IOException {
    Files.writeString(file(faces, "payload"), "generatE");
    assertThat(StoreCheck.of(store).damage()).containsExactly(damage(faces, "payload was changed"));
  }

  @Test
  void aMissingAndAnAddedFile_areNamed() throws IOException {
    Files.move(file(model, "payload"), file(model, "other"));
    assertThat(StoreCheck.of(store).damage())
        .containsExactlyInAnyOrder(
            damage(model, "payload is missing"), damage(model, "other was added"));
  }

  @Test
  void aFactThatWasChanged_isNoticedByTheKey() throws IOException {
    Path facts = file(model, "artifact.json");
    Files.writeString(facts, Files.readString(facts).replace("\"seed\": 1", "\"seed\": 2"));
    assertThat(StoreCheck.of(store).damage())
        .containsExactly(damage(model, "artifact.json states facts that lead to another key"));
    assertThat(store.find(model.kind(), model.key())).isEmpty();
  }

  @Test
  void anArtifactMovedToAnotherKey_isNamed() throws IOException {
    Path elsewhere = root.resolve("train").resolve("0".repeat(64));
    Files.move(store.folder(model.kind(), model.key()), elsewhere);
    assertThat(StoreCheck.of(store).damage())
        .extracting(StoreCheck.Damage::problem)
        .containsExactly("artifact.json is that of another artifact");
  }

  private static StoreCheck.Damage damage(ArtifactName name, String problem) {
    return new StoreCheck.Damage(name.kind(), name.key(), problem);
  }

  @Test
  void cleaning_removesWhatNoPlanReaches() {
    StoreCleaning cleaning = StoreCleaning.of(store, List.of(plan(faces)), List.of(), 0, false);
    assertThat(cleaning.removed()).extracting(StoredArtifact::name).containsExactly(model);
    assertThat(store.has(faces.kind(), faces.key())).isTrue();
    assertThat(store.has(model.kind(), model.key())).isFalse();
    assertThat(root.resolve("train")).isEmptyDirectory();
  }

  @Test
  void aDryRun_saysTheSameAndRemovesNothing() {
    StoreCleaning cleaning = StoreCleaning.of(store, List.of(plan(faces)), List.of(), 0, true);
    assertThat(cleaning.removed()).extracting(StoredArtifact::name).containsExactly(model);
    assertThat(store.has(model.kind(), model.key())).isTrue();
  }

  @Test
  void whatIsNamedBesideThePlans_stays() {
    assertThat(StoreCleaning.of(store, List.of(plan(faces)), List.of(model), 0, false).removed())
        .isEmpty();
  }

  @Test
  void whatARunHolds_stays() {
    StoreLease lease = store.hold(List.of(model));
    assertThat(StoreCleaning.of(store, List.of(), List.of(), 0, false).removed())
        .extracting(StoredArtifact::name)
        .containsExactly(faces);
    lease.close();
    assertThat(StoreCleaning.of(store, List.of(), List.of(), 0, false).removed())
        .extracting(StoredArtifact::name)
        .containsExactly(model);
  }

  @Test
  void whatIsBeingMade_stays() {
    try (ArtifactStore.Claim claim = store.claim(model.kind(), model.key())) {
      assertThat(claim.payloadFolder()).exists();
      assertThat(StoreCleaning.of(store, List.of(), List.of(), 0, false).removed())
          .extracting(StoredArtifact::name)
          .containsExactly(faces);
    }
  }

  @Test
  void whatWasUsedLately_stays() throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(3)));
    Files.setLastModifiedTime(file(faces, "artifact.json"), longAgo);
    Files.setLastModifiedTime(file(model, "artifact.json"), longAgo);
    assertThat(store.find(model.kind(), model.key())).isPresent();
    assertThat(StoreCleaning.of(store, List.of(), List.of(), 60, false).removed())
        .extracting(StoredArtifact::name)
        .containsExactly(faces);
  }

  @Test
  void whereDataIsMissing_whatRestsOnKeptArtifactsStays() throws IOException {
    ArtifactName other = make("train", Map.of("faces", "gone"));
    Plan.PlannedStage unknown =
        new Plan.PlannedStage(
            "model", "train", Map.of(), null, StageStatus.NOT_RUN, "no data", null);
    Plan plan =
        new Plan(
            Plan.SCHEMA, "x", "paper", 1, List.of(plan(faces).stages().get(0), unknown), List.of());
    assertThat(StoreCleaning.of(store, List.of(plan), List.of(), 0, false).removed())
        .extracting(StoredArtifact::name)
        .containsExactly(other);
  }

  private static Plan plan(ArtifactName name) {
    return new Plan(
        Plan.SCHEMA,
        "x",
        "embedded",
        1,
        List.of(
            new Plan.PlannedStage(
                "faces", name.kind(), Map.of(), name.key(), StageStatus.CACHED, null, null)),
        List.of());
  }

  @Test
  void leftovers_areDroppedByTheNextRunWhenTheyAreOld() throws IOException {
    Path old = Files.createDirectories(root.resolve("train/.work-old"));
    Path fresh = Files.createDirectories(root.resolve("train/.tmp-fresh"));
    Path condemned = Files.createDirectories(root.resolve("train/.gone-half"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(15))));
    store.hold(List.of()).close();
    assertThat(old).doesNotExist();
    assertThat(condemned).doesNotExist();
    assertThat(fresh).exists();
  }
}
