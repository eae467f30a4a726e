package org.facerepro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.core.Sha256;
import org.facerepro.image.PictureFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceSetWriterTest {
  private static final int SAMPLES = 10;
  private static final int PER_SHARD = 4;

  private final Path temporary;

  FaceSetWriterTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private Path undisturbed() {
    Path folder = temporary.resolve("undisturbed");
    try (FaceSetWriter writer = FaceSetWriter.create(folder, FaceSamples.INFO, PER_SHARD)) {
      FaceSamples.addAll(writer, 0, SAMPLES);
      writer.complete();
    }
    return folder;
  }

  private static int finish(Path folder) {
    try (FaceSetWriter writer = FaceSetWriter.resume(folder, FaceSamples.INFO, PER_SHARD)) {
      int safe = writer.written();
      FaceSamples.addAll(writer, safe, SAMPLES);
      writer.complete();
      return safe;
    }
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
  void complete_leavesShardsAndIndexAndNothingElse() throws IOException {
    assertThat(content(undisturbed()).keySet())
        .containsExactly("index.json", "shard-00000.tar", "shard-00001.tar", "shard-00002.tar");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 8, 9, 10})
  void resume_afterAStopAtAnySample_givesTheBytesOfUndisturbedWork(int stop) throws IOException {
    Path folder = temporary.resolve("stopped");
    try (FaceSetWriter writer = FaceSetWriter.create(folder, FaceSamples.INFO, PER_SHARD)) {
      FaceSamples.addAll(writer, 0, stop);
    }
    assertThat(finish(folder)).isEqualTo(stop / PER_SHARD * PER_SHARD);
    assertThat(content(folder)).isEqualTo(content(undisturbed()));
  }

  @Test
  void close_withoutComplete_leavesNoSetThatCanBeOpened() {
    Path folder = temporary.resolve("stopped");
    try (FaceSetWriter writer = FaceSetWriter.create(folder, FaceSamples.INFO, PER_SHARD)) {
      FaceSamples.addAll(writer, 0, 5);
    }
    assertThatThrownBy(() -> FaceSet.open(folder)).isInstanceOf(DataUnavailableException.class);
  }

  @Test
  void resume_withATruncatedShard_writesItAndAllLaterOnesAgain() throws IOException {
    Path folder = undisturbed();
    Map<String, Sha256> before = content(folder);
    try (FileChannel shard =
        FileChannel.open(folder.resolve("shard-00001.tar"), StandardOpenOption.WRITE)) {
      shard.truncate(shard.size() / 2);
    }
    assertThat(finish(folder)).isEqualTo(PER_SHARD);
    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void resume_ofACompleteSet_givesTheSameSetAgain() throws IOException {
    Path folder = undisturbed();
    Map<String, Sha256> before = content(folder);
    assertThat(finish(folder)).isEqualTo(8);
    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void create_whereASetIs_startsFromNothing() throws IOException {
    Path folder = undisturbed();
    try (FaceSetWriter writer = FaceSetWriter.create(folder, FaceSamples.INFO, PER_SHARD)) {
      assertThat(writer.written()).isZero();
      FaceSamples.addAll(writer, 0, 2);
      writer.complete();
    }
    assertThat(content(folder).keySet()).containsExactly("index.json", "shard-00000.tar");
  }

  @Test
  void add_ofAKeyTwice_isRefusedAlsoAfterResuming() {
    Path folder = undisturbed();
    try (FaceSetWriter writer = FaceSetWriter.resume(folder, FaceSamples.INFO, PER_SHARD)) {
      assertThatThrownBy(() -> writer.add(FaceSamples.sample(3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("s01/003");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "../a", "/a", "a/", "a//b", "a b", "ä"})
  void sample_withAKeyThatTarOrWebDatasetMisread_isRefused(String key) {
    assertThatThrownBy(
            () ->
                FaceSample.takeOver(
                    key, "s", PictureFormat.PNG, new byte[1], NullNode.getInstance()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("key:");
  }
}
