package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a folder a checkout of one commit, by an invented author. */
public final class SmallCheckout {
  private SmallCheckout() {}

  /**
   * Commits some of what a folder holds.
   *
   * @param paths below the folder, as git takes them
   */
  public static void commit(Path folder, String... paths) throws IOException, InterruptedException {
    git(folder, "init", "-q");
    List<String> add = new ArrayList<>(List.of("add"));
    add.addAll(Arrays.asList(paths));
    git(folder, add.toArray(String[]::new));
    git(
        folder,
        "-c",
        "user.name=Ada Invented",
        "-c",
        "user.email=ada@example.org",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "-q",
        "-m",
        "first");
  }

  private static void git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    assertThat(builder.start().waitFor()).isZero();
  }
}
