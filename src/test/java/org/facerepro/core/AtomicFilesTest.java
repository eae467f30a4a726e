package org.facerepro.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void writeFile_inFoldersThatAreNotThere_makesThem() {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFiles.writeFile(file, bytes("new"));
    assertThat(file).hasContent("new");
  }

  @Test
  void writeFile_overAnother_leavesNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "old and longer");
    AtomicFiles.writeFile(file, bytes("new"));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("c.txt");
  }

  @Test
  void writeFile_whoseFillingFails_keepsWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "old");
    assertThatThrownBy(() -> AtomicFiles.writeFile(file, AtomicFilesTest::breakOff))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("c.txt (IOException: disk full): check free space");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("c.txt");
  }

  @Test
  void writeFile_whoseFillingIsReadOnly_isForcedAllTheSame() throws IOException {
    Path source = Files.writeString(folder.resolve("from.txt"), "kept");
    assertThat(source.toFile().setReadOnly()).isTrue();
    Path file = folder.resolve("to.txt");
    AtomicFiles.writeFile(file, temporary -> Files.copy(source, temporary));
    assertThat(file).hasContent("kept");
  }

  @Test
  void writeFile_inAnInterruptedThread_writesAndStaysInterrupted() {
    Path file = folder.resolve("c.txt");
    Thread.currentThread().interrupt();
    AtomicFiles.writeFile(file, bytes("new"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("new");
  }

  @Test
  void writeUnforced_overAnother_leavesNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "old");
    AtomicFiles.writeUnforced(file, bytes("new"));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("c.txt");
  }

  @Test
  void forceFolder_ofNone_isNoError() {
    assertThatCode(() -> AtomicFiles.forceFolder(folder.resolve("none")))
        .doesNotThrowAnyException();
  }

  @Test
  void force_ofNoFile_fails() {
    assertThatThrownBy(() -> AtomicFiles.force(folder.resolve("none")))
        .isInstanceOf(IOException.class);
  }

  private static void breakOff(Path temporary) throws IOException {
    Files.writeString(temporary, "ne");
    throw new IOException("disk full");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
