package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadHashesTest {
  @TempDir Path payload;

  private Path write(String file, String content) throws IOException {
    Path path = payload.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  @Test
  void sync_ofATree_hashesTheFilesOfAllItsFolders() throws IOException {
    write("data/session01/one.png", "one");
    write("list.txt", "two");
    Files.createDirectories(payload.resolve("empty"));
    assertThat(PayloadHashes.sync(payload))
        .containsOnlyKeys("data/session01/one.png", "list.txt")
        .containsEntry("data/session01/one.png", Sha256.of("one").hex());
  }

  @Test
  void sync_dropsWhatIsTemporary_howeverDeepItLies() throws IOException {
    write("data/.tmp-begun/one.png", "half");
    write("data/one.png", "whole");
    assertThat(PayloadHashes.sync(payload)).containsOnlyKeys("data/one.png");
    assertThat(payload.resolve("data/.tmp-begun")).doesNotExist();
  }

  @Test
  void sync_ofFilesThatCannotBeWritten_takesThemAllTheSame() throws IOException {
    Path copied = write("data/one.png", "one");
    assertThat(copied.toFile().setReadOnly()).isTrue();
    assertThat(PayloadHashes.sync(payload)).containsOnlyKeys("data/one.png");
  }
}
