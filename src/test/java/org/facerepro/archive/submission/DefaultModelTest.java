package org.facerepro.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.facerepro.archive.ArchivedModel;
import org.facerepro.archive.PublishingRun;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two submitted networks, the second of which is better. */
class DefaultModelTest {
  private static final String BETTER = "better/embedded-seed2/better-embedded-seed2.tar.gz";

  @TempDir Path folder;
  private Path results = Path.of("");

  @BeforeEach
  void submit() throws IOException {
    results = Files.createDirectories(folder.resolve("results"));
    ResultsFolder submitted = new ResultsFolder(results);
    submitted.add(pack("plain", 1, 0));
    submitted.add(pack("better", 2, 0.5));
    submitted.writeIndex();
  }

  private Path pack(String id, long seed, double better) throws IOException {
    Path file = folder.resolve(id + ".tar.gz");
    PublishingRun.of(folder.resolve(id), id, seed).better(better).withLeakageReport().pack(file);
    return file;
  }

  private ResultsIndex index() {
    return Json.read(results.resolve(ResultsIndex.FILE), ResultsIndex.class);
  }

  @Test
  void index_namesTheMostAccurateNetworkThatSawNoRealFace() {
    assertThat(index().defaultModel()).isEqualTo(BETTER);
    assertThat(Leaderboard.of(index()).rows())
        .extracting(row -> row.rank() + " " + row.entry().experiment())
        .containsExactly("1 better", "2 plain");
  }

  @Test
  void index_ofNetworksThatSawRealFaces_namesNone() {
    ResultsIndex real =
        Json.read(
            Json.compact(index())
                .replace("\"realFaces\":\"none\"", "\"realFaces\":\"lfw (learnt)\"")
                .getBytes(StandardCharsets.UTF_8),
            ResultsIndex.class,
            "index");
    assertThat(ResultsIndex.of(real.results(), List.of()).defaultModel()).isNull();
    assertThat(Leaderboard.of(real).rows()).hasSize(2);
  }

  @Test
  void check_ofNetworks_findsNothing() {
    assertThat(SubmissionCheck.check(results, null).faults()).isEmpty();
  }

  @Test
  void check_ofAnotherDefaultModel_isAFaultOfIndex() throws IOException {
    Path file = results.resolve(ResultsIndex.FILE);
    String other = "\"defaultModel\": \"plain/embedded-seed1/plain-embedded-seed1.tar.gz\"";
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"defaultModel\": \"" + BETTER + "\"", other));
    assertThat(SubmissionCheck.check(results, null).faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.problem())
                    .contains("as default model, the leaderboard " + BETTER));
  }

  @Test
  void open_givesTheNetworkThatTheIndexNames() {
    try (ArchivedModel model = DefaultModel.of(results).orElseThrow()) {
      assertThat(model.name()).isEqualTo("better/embedded-seed2");
    }
  }

  @Test
  void open_ofAnArchiveThatTheIndexDoesNotMean_isRefused() throws IOException {
    Files.copy(
        folder.resolve("plain.tar.gz"),
        results.resolve(BETTER),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> DefaultModel.of(results))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("is not the archive that the index names");
  }
}
