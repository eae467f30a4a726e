package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.facerepro.core.CorruptDataException;
import org.facerepro.core.InvalidValueException;
import org.facerepro.experiment.trial.Known;
import org.facerepro.experiment.trial.Trial;
import org.facerepro.experiment.trial.TrialBaselines;
import org.facerepro.report.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PooledTrialTest {
  private static final Known NOTHING =
      Known.of(new TrialBaselines(TrialBaselines.SCHEMA, List.of(), null));

  @TempDir Path folder;

  private List<Path> runs(long... seeds) throws IOException {
    return runs(SmallTrial.in(folder, seeds), seeds);
  }

  private List<Path> runs(SmallTrial trial, long... seeds) throws IOException {
    trial.pack(folder.resolve("whole.tar.gz"));
    return Arrays.stream(seeds)
        .mapToObj(seed -> folder.resolve("run" + seed).resolve("run.tar.gz"))
        .toList();
  }

  @Test
  void pool_ofRunsInAnyOrder_isTheTrialThatOneProcessMakes() throws IOException {
    Trial whole = SmallTrial.in(folder).pack(folder.resolve("whole.tar.gz"));
    List<Path> runs = runs(3, 1, 2);
    PooledTrial pooled = PooledTrial.of(runs, NOTHING);
    assertThat(pooled.trial()).isEqualTo(whole);
    assertThat(pooled.runs()).containsExactly(runs.get(1), runs.get(2), runs.get(0));
  }

  @Test
  void publishing_ofAPool_givesAnArchiveThatRecomputes() throws IOException {
    PooledTrial pooled = PooledTrial.of(runs(1, 2, 3), NOTHING);
    Publisher publisher = new Publisher(folder.resolve("out"));
    Path archive = Objects.requireNonNull(publisher.publish(pooled).archive());
    assertThat(ArchiveVerifier.recompute(archive).findings()).isEmpty();
  }

  @Test
  void pool_withASeedTwice_isRefused() throws IOException {
    List<Path> runs = runs(1, 2);
    Path copy = Files.copy(runs.get(0), folder.resolve("copy.tar.gz"));
    assertThatThrownBy(() -> PooledTrial.of(List.of(runs.get(0), runs.get(1), copy), NOTHING))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "archives: expected each seed once, got seed 1 in %s and %s", runs.get(0), copy);
  }

  @Test
  void pool_ofRunsOfTwoRevisions_isRefusedAndNamesThem() throws IOException {
    List<Path> runs = runs(SmallTrial.in(folder, 1, 2).with(2, run -> run.at("fedcba98")), 1, 2);
    assertThatThrownBy(() -> PooledTrial.of(runs, NOTHING))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("runs of one specification by one program")
        .hasMessageContaining("is of FaceRepro 1 fedcba98");
  }

  @Test
  void pool_ofRunsOfTwoSpecifications_isRefusedAndNamesThem() throws IOException {
    SmallTrial trial =
        SmallTrial.in(folder, 1, 2)
            .withSpecification(2, text -> text.replace("an arm that is worse", "it is worse"));
    List<Path> runs = runs(trial, 1, 2);
    assertThatThrownBy(() -> PooledTrial.of(runs, NOTHING))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(runs.get(1) + ": spec.yaml is another specification");
  }

  @Test
  void pool_withAFileThatIsNoArchive_isRefusedAndNamesIt() throws IOException {
    Path other = Files.writeString(folder.resolve("other.tar.gz"), "no archive");
    List<Path> files = List.of(runs(1).get(0), other);
    assertThatThrownBy(() -> PooledTrial.of(files, NOTHING))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageStartingWith(other + " is not sound");
  }

  @Test
  void pool_ofATrial_isRefused() throws IOException {
    List<Path> runs = runs(1, 2);
    Path trial = folder.resolve("whole.tar.gz");
    assertThatThrownBy(() -> PooledTrial.of(List.of(runs.get(0), trial), NOTHING))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("archives: expected those of single runs, got a trial in " + trial);
  }

  @Test
  void pool_ofARunWhoseNumbersDoNotFollow_isRefused() throws IOException {
    List<Path> runs = runs(1, 2);
    SmallTrial.forge(
        runs.get(1),
        archive -> archive.edit(ResultArchive.RESULT, result -> result.put("verdict", "DRIFT")));
    assertThatThrownBy(() -> PooledTrial.of(runs, NOTHING))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageStartingWith(runs.get(1) + " is not sound: [result.json");
  }
}
