package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRevisionTest {
  @TempDir Path home;

  @BeforeEach
  void commit() throws IOException, InterruptedException {
    Files.writeString(home.resolve("pom.xml"), "first");
    Files.writeString(Files.createDirectories(home.resolve("results")).resolve("index.json"), "[]");
    SmallCheckout.commit(home, ".");
  }

  private String revision() {
    return GitRevision.of(home).orElseThrow();
  }

  @Test
  void of_anUntouchedCheckout_isTheCommit() throws IOException {
    Files.writeString(home.resolve("notes.txt"), "of nobody's interest");
    assertThat(revision()).matches("[0-9a-f]{40}");
  }

  @Test
  void of_aCheckoutWithAChangedFile_isDirty() throws IOException {
    Files.writeString(home.resolve("pom.xml"), "second");
    assertThat(revision()).matches("[0-9a-f]{40}-dirty");
  }

  @Test
  void of_aCheckoutWithOtherResults_isTheCommit() throws IOException {
    Files.writeString(home.resolve("results/index.json"), "[1]");
    assertThat(revision()).matches("[0-9a-f]{40}");
  }

  @Test
  void of_aFolderThatIsNotThere_isNone() {
    assertThat(GitRevision.of(home.resolve("none"))).isEmpty();
  }
}
