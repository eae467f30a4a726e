package org.facerepro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceSetTest {
  private final Path folder;

  FaceSetTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeSevenSamplesInThreeShards() {
    try (FaceSetWriter writer = FaceSetWriter.create(folder, FaceSamples.INFO, 3)) {
      FaceSamples.addAll(writer, 0, 7);
      writer.complete();
    }
  }

  @Test
  void open_listsSamplesInTheOrderOfWriting() {
    try (FaceSet set = FaceSet.open(folder)) {
      assertThat(set.info()).isEqualTo(FaceSamples.INFO);
      assertThat(set.samples())
          .extracting(FaceEntry::key)
          .containsExactly(
              "s00/000", "s00/001", "s01/002", "s01/003", "s02/004", "s02/005", "s03/006");
    }
  }

  @Test
  void read_inAnyOrder_givesTheBytesThatWereWritten() {
    try (FaceSet set = FaceSet.open(folder)) {
      for (int number = 6; number >= 0; number--) {
        FaceEntry entry = set.samples().get(number);
        assertThat(set.read(entry)).isEqualTo(FaceSamples.sample(number).encoded());
        assertThat(set.annotations(entry)).isEqualTo(FaceSamples.annotations(number));
      }
      assertThat(set.decode(set.samples().get(5))).isEqualTo(FaceSamples.picture(5));
    }
  }

  @Test
  void read_fromManyThreads_givesTheSameBytes() {
    try (FaceSet set = FaceSet.open(folder)) {
      assertThat(IntStream.range(0, 700).parallel().map(i -> i % 7))
          .allMatch(i -> set.sample(set.samples().get(i)).decode().width() == FaceSamples.SIDE);
    }
  }

  @Test
  void subjects_areNumberedByFirstAppearance() {
    try (FaceSet set = FaceSet.open(folder)) {
      assertThat(set.subjects().keySet())
          .containsExactly("subject-9", "subject-8", "subject-7", "subject-6");
      assertThat(set.subjectNumbers()).containsExactly(0, 0, 1, 1, 2, 2, 3);
    }
  }

  @Test
  void shards_followTheWebDatasetConvention() throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream in = Files.newInputStream(folder.resolve("shard-00001.tar"));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        names.add(entry.getName());
        assertThat(entry.getLastModifiedTime().toMillis()).isZero();
        assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
        entry = tar.getNextEntry();
      }
    }
    assertThat(names)
        .containsExactly(
            "s01/003.png",
            "s01/003.json",
            "s02/004.jpg",
            "s02/004.json",
            "s02/005.png",
            "s02/005.json");
  }

  @Test
  void index_startsWithItsSchema() throws IOException {
    assertThat(Files.readString(folder.resolve("index.json")))
        .startsWith("{\"schema\":\"facerepro/face-set/v1\",\"info\":{\"name\":\"made-up\"");
  }

  @Test
  void open_withoutAShard_namesIt() throws IOException {
    Files.delete(folder.resolve("shard-00001.tar"));
    assertThatThrownBy(() -> FaceSet.open(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("shard-00001.tar");
  }

  @Test
  void open_withATruncatedShard_namesIt() throws IOException {
    Path shard = folder.resolve("shard-00002.tar");
    try (FileChannel channel = FileChannel.open(shard, StandardOpenOption.WRITE)) {
      channel.truncate(700);
    }
    assertThatThrownBy(() -> FaceSet.open(folder))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("shard-00002.tar has 700 bytes");
  }

  @Test
  void read_ofAShardCutAfterOpening_namesShardAndSample() throws IOException {
    try (FaceSet set = FaceSet.open(folder);
        FileChannel channel =
            FileChannel.open(folder.resolve("shard-00000.tar"), StandardOpenOption.WRITE)) {
      channel.truncate(600);
      assertThatThrownBy(() -> set.read(set.samples().get(0)))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("shard-00000.tar: s00/000");
    }
  }

  @Test
  void verify_ofAChangedShard_namesIt() throws IOException {
    Path shard = folder.resolve("shard-00001.tar");
    try (FileChannel channel = FileChannel.open(shard, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1}), 600);
    }
    try (FaceSet set = FaceSet.open(folder)) {
      assertThatThrownBy(set::verify)
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("shard-00001.tar");
    }
  }

  @Test
  void verify_ofAnUntouchedSet_passes() {
    try (FaceSet set = FaceSet.open(folder)) {
      set.verify();
      assertThat(set.samples()).hasSize(7);
    }
  }

  @Test
  void decode_ofAPictureOfAnotherSize_isRefused() {
    FaceSetInfo larger = new FaceSetInfo("made-up", "CC0-1.0", "none", 9);
    try (FaceSetWriter writer = FaceSetWriter.create(folder, larger, 3)) {
      writer.add(FaceSamples.sample(0));
      writer.complete();
    }
    try (FaceSet set = FaceSet.open(folder)) {
      assertThatThrownBy(() -> set.decode(set.samples().get(0)))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("8 x 8 pixels, its set says 9 x 9");
    }
  }

  @Test
  void open_ofAFolderWithoutIndex_isUnavailable() throws IOException {
    Files.delete(folder.resolve("index.json"));
    assertThatThrownBy(() -> FaceSet.open(folder))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("index.json");
  }

  @Test
  void open_withAnIndexThatContradictsItself_isRefused() throws IOException {
    Path index = folder.resolve("index.json");
    String text = Files.readString(index);
    for (String[] change :
        new String[][] {
          {"\"samples\":7", "\"samples\":8"},
          {"\"subjects\":[0,0,1]", "\"subjects\":[0,0,9]"},
          {"\"formats\":[\"jpg\"", "\"formats\":[\"gif\""},
          {"face-set/v1", "face-set/v2"},
          {"\"offsets\":[512,", "\"offsets\":[-512,"}
        }) {
      Files.writeString(index, text.replace(change[0], change[1]));
      assertThat(Files.readString(index)).as(change[1]).isNotEqualTo(text);
      assertThatThrownBy(() -> FaceSet.open(folder).close())
          .as(change[1])
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("index.json");
    }
  }

  @Test
  void annotations_areStoredBesideTheSubject() {
    try (FaceSet set = FaceSet.open(folder)) {
      FaceEntry entry = set.samples().get(2);
      assertThat(set.sample(entry).annotations()).isEqualTo(Json.tree(FaceSamples.annotations(2)));
      assertThat(set.sample(entry).subject()).isEqualTo("subject-8");
    }
  }
}
