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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeVersionTest {
  private static final String RESOURCE = "nn/bfloat16.pt";

  private static final List<StageRunner<?>> RUNNERS =
      List.of(
          new GenerateRunner(),
          new MultiPieRunner(),
          new CollectRunner(),
          new TrainRunner(),
          new EmbedRunner(),
          new VerifyRunner(),
          new VerifyGroupsRunner(),
          new VerifyTemplatesRunner(),
          new SearchRunner(),
          new SearchTemplatesRunner());

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

  @ParameterizedTest
  @CsvSource({
    "StoredScores, VerifyRunner VerifyGroupsRunner",
    "StoredGroups, VerifyGroupsRunner",
    "StoredTemplates, VerifyTemplatesRunner",
    "StoredSearch, SearchRunner",
    "StoredTemplateSearches, SearchTemplatesRunner",
    "PartRows, VerifyTemplatesRunner SearchTemplatesRunner",
    "PartReports, VerifyGroupsRunner VerifyTemplatesRunner SearchRunner SearchTemplatesRunner",
    "StoredParts, VerifyRunner VerifyGroupsRunner VerifyTemplatesRunner SearchRunner"
        + " SearchTemplatesRunner",
    "EmbeddedTemplates, EmbedRunner VerifyTemplatesRunner SearchTemplatesRunner",
    "SearchList, EmbedRunner SearchRunner",
    "VerifyRunner, VerifyRunner VerifyGroupsRunner VerifyTemplatesRunner SearchRunner"
        + " SearchTemplatesRunner"
  })
  void of_withAnotherClassThatWritesPayloads_isAnotherVersionForThoseThatUseIt(
      String changed, String users) throws IOException, URISyntaxException {
    SortedMap<String, String> files = new TreeMap<>(files());
    assertThat(files.replace("experiment/" + changed + ".class", "0".repeat(64))).isNotNull();
    SortedMap<String, String> before = files();
    assertThat(RUNNERS)
        .filteredOn(runner -> !version(files, runner).equals(version(before, runner)))
        .extracting(runner -> runner.getClass().getSimpleName())
        .containsExactlyInAnyOrder(users.split(" "));
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
    return CodeVersion.of(runner.getClass(), List.copyOf(runner.code()), files);
  }

  private static SortedMap<String, String> files() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Compute.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return CodeVersion.hashes(classes);
  }
}
