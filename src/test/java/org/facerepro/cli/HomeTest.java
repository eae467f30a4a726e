package org.facerepro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facerepro.core.SpecException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junitpioneer.jupiter.RestoreSystemProperties;

@RestoreSystemProperties
class HomeTest {
  @TempDir Path home;

  @BeforeEach
  void pointToTheFolder() {
    System.setProperty("facerepro.home", home.toString());
  }

  @Test
  void experiments_areFoundInFoldersOfPapers() throws IOException {
    Path one = file("one.yaml");
    Path two = file("paper/two.yaml");
    assertThat(Home.experiments()).containsOnlyKeys("one", "two").containsValues(one, two);
  }

  @Test
  void experiments_ofOneNameInTwoFolders_areRefused() throws IOException {
    file("paper/one.yaml");
    file("other/one.yaml");
    assertThatThrownBy(Home::experiments)
        .isInstanceOf(SpecException.class)
        .hasMessageContainingAll("paper", "other", "one id");
  }

  private Path file(String name) throws IOException {
    Path file = home.resolve("harness/experiments").resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, "");
  }
}
