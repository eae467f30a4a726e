package org.facerepro.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.nn.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {
  private static final String RESOURCE = "nn/bfloat16.pt";

  @TempDir Path folder;

  @Test
  void hashes_ofTheProgram_holdTheResourcesThatTrainingUses()
      throws IOException, URISyntaxException {
    assertThat(files()).containsKeys(RESOURCE, "nn/Compute.class");
  }

  @Test
  void of_withAnotherResource_isAnotherVersionForThePackagesThatHoldIt()
      throws IOException, URISyntaxException {
    SortedMap<String, String> changed = new TreeMap<>(files());
    changed.put(RESOURCE, "0".repeat(64));
    assertThat(version(changed, new TrainRunner()))
        .isNotEqualTo(version(files(), new TrainRunner()));
    assertThat(version(changed, new EmbedRunner()))
        .isNotEqualTo(version(files(), new EmbedRunner()));
    assertThat(version(changed, new GenerateRunner()))
        .isEqualTo(version(files(), new GenerateRunner()));
  }

  @Test
  void hashes_withOneOtherByteInAResource_differInItAlone() throws IOException {
    Path nn = Files.createDirectories(folder.resolve("org/facerepro/nn"));
    Files.writeString(nn.resolve("Net.class"), "class");
    Files.writeString(nn.resolve("table.bin"), "a");
    SortedMap<String, String> before = CodeVersion.hashes(folder);
    Files.writeString(nn.resolve("table.bin"), "b");
    SortedMap<String, String> after = CodeVersion.hashes(folder);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.get("nn/table.bin")).isNotEqualTo(before.get("nn/table.bin"));
    assertThat(after.get("nn/Net.class")).isEqualTo(before.get("nn/Net.class"));
  }

  private static String version(SortedMap<String, String> files, StageRunner<?> runner) {
    return CodeVersion.of(runner.getClass(), List.copyOf(runner.codePackages()), files);
  }

  private static SortedMap<String, String> files() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Compute.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return CodeVersion.hashes(classes);
  }
}
