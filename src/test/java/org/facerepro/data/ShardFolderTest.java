package org.facerepro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Sha256;
import org.facerepro.core.SpecException;
import org.facerepro.core.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardFolderTest {
  private static final ShardPlan PLAN = new ShardPlan(10, 4);
  private static final String ORIGIN = Sha256.of("this set").hex();
  private static final String OTHER = Sha256.of("another set").hex();

  @TempDir Path temporary;

  private static ShardFolder open(Path folder) {
    return ShardFolder.open(folder, FaceSamples.INFO, PLAN, ORIGIN);
  }

  private static void fill(ShardFolder folder, int shard) {
    try (ShardFilling filling = folder.fill(shard)) {
      for (int i = PLAN.first(shard); i < PLAN.end(shard); i++) {
        filling.add(FaceSamples.sample(i));
      }
      filling.complete();
    }
  }

  private Path made(String name, int... shards) {
    Path path = temporary.resolve(name);
    ShardFolder folder = open(path);
    for (int shard : shards) {
      fill(folder, shard);
    }
    return path;
  }

  private Path whole() {
    Path path = made("whole", 0, 1, 2);
    open(path).join();
    return path;
  }

  private static Map<String, Sha256> content(Path folder) throws IOException {
    Map<String, Sha256> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        hashes.put(String.valueOf(file.getFileName()), Sha256.ofFile(file));
      }
    }
    return hashes;
  }

  @Test
  void join_leavesShardsAndIndexAndNothingElse() throws IOException {
    assertThat(content(whole()).keySet())
        .containsExactly("index.json", "shard-00000.tar", "shard-00001.tar", "shard-00002.tar");
  }

  @Test
  void shards_madeInAnyOrder_areTheBytesOfTheSequentialWriter() throws IOException {
    Path sequential = temporary.resolve("sequential");
    try (FaceSetWriter writer = FaceSetWriter.create(sequential, FaceSamples.INFO, 4)) {
      FaceSamples.addAll(writer, 0, 10);
      writer.complete();
    }
    Path backwards = made("backwards", 2, 0, 1);
    open(backwards).join();
    assertThat(content(backwards)).isEqualTo(content(whole()));
    Map<String, Sha256> shards = content(backwards);
    Map<String, Sha256> expected = content(sequential);
    shards.remove("index.json");
    expected.remove("index.json");
    assertThat(shards).isEqualTo(expected);
  }

  @Test
  void join_ofTheSet_listsTheSameSamplesAsTheSequentialWriter() {
    try (FaceSet faces = FaceSet.open(whole())) {
      faces.verify();
      assertThat(faces.samples()).hasSize(10);
      assertThat(faces.samples().get(9).key()).isEqualTo(FaceSamples.sample(9).key());
    }
  }

  @Test
  void join_withAMissingShard_saysWhichAndWritesNoIndex() {
    Path folder = made("part", 0, 2);
    assertThatThrownBy(() -> open(folder).join())
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("lacks 1 of 3 shards: 1");
    assertThat(folder.resolve("index.json")).doesNotExist();
  }

  @Test
  void close_ofAShardHalfFilled_leavesNothing() throws IOException {
    Path path = temporary.resolve("half");
    try (ShardFilling filling = open(path).fill(0)) {
      filling.add(FaceSamples.sample(0));
    }
    assertThat(content(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void open_withADamagedShard_countsItAsMissingAndMendsIt(boolean joined) throws IOException {
    Path folder = joined ? whole() : made("notes", 0, 1, 2);
    Map<String, Sha256> before = content(folder);
    try (FileChannel file =
        FileChannel.open(folder.resolve("shard-00001.tar"), StandardOpenOption.WRITE)) {
      file.truncate(1024);
    }
    assertThat(open(folder).missing()).containsExactly(1);
    ShardFolder again = open(folder);
    fill(again, 1);
    if (joined) {
      again.join();
    }
    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void fill_ofAJoinedSetThatIsInterrupted_losesNoOtherShard() {
    Path folder = whole();
    open(folder).fill(1).close();
    assertThat(folder.resolve("index.json")).doesNotExist();
    assertThat(open(folder).missing()).isEmpty();
  }

  @Test
  void open_ofAFolderWithAnotherSet_isRefused() {
    Path notes = made("notes", 1);
    Path joined = whole();
    for (Path folder : List.of(notes, joined)) {
      assertThatThrownBy(() -> ShardFolder.open(folder, FaceSamples.INFO, PLAN, OTHER))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("another face set");
    }
  }

  @Test
  void open_whereAFileIs_isAStorageFailure() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");
    assertThatThrownBy(() -> open(file.resolve("set"))).isInstanceOf(StorageException.class);
  }

  @Test
  void join_ofSeveralFolders_givesTheSetMadeInOne() throws IOException {
    Path target = temporary.resolve("target");
    ShardJoin.find(List.of(made("a", 2), made("b", 1, 0)), target, ORIGIN).complete();
    assertThat(content(target)).isEqualTo(content(whole()));
  }

  @Test
  void join_intoAFolderThatHoldsSome_addsTheOthers() throws IOException {
    Path target = made("a", 2);
    ShardJoin.find(List.of(made("b", 0, 1)), target, ORIGIN).complete();
    assertThat(content(target)).isEqualTo(content(whole()));
  }

  @Test
  void join_withAForeignShard_namesItAndWritesNothing() {
    Path foreign = temporary.resolve("foreign");
    fill(ShardFolder.open(foreign, FaceSamples.INFO, PLAN, OTHER), 1);
    Path target = temporary.resolve("target");
    assertThatThrownBy(() -> ShardJoin.find(List.of(made("a", 0, 2), foreign), target, ORIGIN))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("shard-00001.json");
    assertThat(target).doesNotExist();
  }

  @Test
  void join_withoutAllShards_saysWhichAreMissing() {
    assertThatThrownBy(
            () -> ShardJoin.find(List.of(made("a", 1)), temporary.resolve("target"), ORIGIN))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessage("2 of 3 shards are missing: 0, 2");
  }

  @Test
  void join_ofADamagedShard_namesIt() throws IOException {
    Path folder = made("a", 0, 1, 2);
    Files.writeString(folder.resolve("shard-00002.tar"), "not what it was");
    assertThatThrownBy(
            () -> ShardJoin.find(List.of(folder), temporary.resolve("target"), ORIGIN).complete())
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("shard-00002.tar");
  }

  private static FaceSample withMaps(int number) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("depth.png", new byte[number * 100]);
    files.put("truth.json", new byte[] {(byte) number});
    return FaceSamples.sample(number).with(files);
  }

  @Test
  void samples_withFilesBesideThem_areReadAsWithout() {
    Path path = temporary.resolve("beside");
    ShardFolder folder = open(path);
    for (int shard = 0; shard < 3; shard++) {
      try (ShardFilling filling = folder.fill(shard)) {
        for (int i = PLAN.first(shard); i < PLAN.end(shard); i++) {
          filling.add(withMaps(i));
        }
        filling.complete();
      }
    }
    open(path).join();
    try (FaceSet beside = FaceSet.open(path);
        FaceSet plain = FaceSet.open(whole())) {
      assertThat(beside.samples()).hasSize(10);
      for (int i = 0; i < 10; i++) {
        assertThat(beside.read(beside.samples().get(i)))
            .isEqualTo(plain.read(plain.samples().get(i)));
        assertThat(beside.annotations(beside.samples().get(i)))
            .isEqualTo(plain.annotations(plain.samples().get(i)));
      }
    }
  }

  @Test
  void scan_ofSamplesWithFilesBesideThem_findsThemAll() {
    Path path = temporary.resolve("beside");
    ShardFolder folder = open(path);
    try (ShardFilling filling = folder.fill(0)) {
      IntStream.range(0, 4).forEach(i -> filling.add(withMaps(i)));
      filling.complete();
    }
    Shard found = ShardScanner.scan(path.resolve("shard-00000.tar"), 0);
    assertThat(found.entries())
        .extracting(FaceEntry::key)
        .containsExactly("s00/000", "s00/001", "s01/002", "s01/003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "png", "../x", "Depth.png", "a..b", ""})
  void companion_withAnEndingThatCannotBe_isRefused(String ending) {
    FaceSample sample = FaceSamples.sample(1);
    assertThatThrownBy(() -> sample.with(Map.of(ending, new byte[1])))
        .isInstanceOf(InvalidValueException.class);
  }
}
