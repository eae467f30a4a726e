package org.facerepro.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facerepro.archive.container.Limits;
import org.facerepro.archive.container.TarGzReader;
import org.facerepro.core.CorruptDataException;
import org.facerepro.experiment.leakage.LeakageReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveBytesTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static byte[] sound = new byte[0];

  @BeforeAll
  static void pack() throws IOException {
    Path file = shared.resolve("run.tar.gz");
    SmallRun.of(shared, "tiny", 1).pack(file);
    sound = Files.readAllBytes(file);
  }

  @Test
  void pack_ofTheSameRunElsewhere_givesTheSameBytes() throws IOException {
    SmallRun.of(folder, "tiny", 1).pack(folder.resolve("again.tar.gz"));
    assertThat(folder.resolve("again.tar.gz")).hasBinaryContent(sound);
  }

  @Test
  void pack_holdsEveryPartAndNoPicture() throws IOException {
    assertThat(entries().keySet())
        .contains(
            "manifest.json",
            "ro-crate-metadata.json",
            "result.json",
            "spec.yaml",
            "plan.json",
            "environment.json",
            "curves/proxy-real.csv",
            "data/train-faces.json",
            "data/proxy-real-embeddings.json",
            "embed/proxy-real-embeddings/crops.json",
            "log.txt",
            "train/recogniser/train.json",
            "train/recogniser/curves.svg",
            "verify/proxy-real/similarity.npy")
        .allMatch(name -> name.matches(".*\\.(json|yaml|npy|csv|svg|txt)"));
  }

  @Test
  void log_tellsOfEachStageInOrder_ofLeakageGatesAndVerdict() throws IOException {
    assertThat(
            new Contents(entries())
                .text("log.txt")
                .lines()
                .map(line -> line.replaceFirst(" [0-9a-f]{64}.*", "")))
        .containsExactly(
            "tiny, scale embedded, seed 1",
            "generate train-faces: 1 pictures of 1 subjects",
            "  key",
            "  payload",
            "generate dev-faces: 1 pictures of 1 subjects",
            "  key",
            "  payload",
            "generate proxy-faces: 1 pictures of 1 subjects",
            "  key",
            "  payload",
            "train recogniser: 0 epochs over 0 pictures of 0 subjects",
            "  key",
            "  payload",
            "embed proxy-real-embeddings: 60 faces, alignment none",
            "  key",
            "  payload",
            "verify proxy-real: 30 genuine and 30 impostor comparisons, 0 of them failed",
            "  key",
            "  payload",
            "warning: leakage was not looked for",
            "gate every-comparison-is-made: PASS",
            "verdict PASS");
  }

  @Test
  void log_ofARunWithSuspectSets_warnsOfThem() throws IOException {
    SmallRun run = SmallRun.of(folder, "tiny", 1);
    SmallArchive archive =
        SmallArchive.of(
            folder, run.with(run.leakage(LeakageReport.Finding.SUSPECT, List.of("a / b: c"))));
    assertThat(new Contents(archive.contents()).text("log.txt"))
        .contains(
            """
            leakage: 1 pairs of sets held against each other
              warning: train-faces / proxy-real: suspect
              warning: 1 pairs not looked at; leakage.json names them
            """);
  }

  @Test
  void plan_showsParametersAndFilesOfEachStage() throws IOException {
    Contents contents = new Contents(entries());
    ResolvedPlan plan = contents.read(ResolvedPlan.FILE, ResolvedPlan.class);
    ResolvedPlan.Step faces = plan.stages().get(0);
    assertThat(faces.parameters().at("/generator/subjects").asInt()).isPositive();
    assertThat(plan.stages()).allMatch(step -> step.work() != null);
    assertThat(plan.work("proxy-real"))
        .extracting(w -> w.payload().keySet())
        .asString()
        .contains("similarity.npy");
  }

  @Test
  void verify_withABitFlippedAnywhere_namesAPlace() throws IOException {
    Path file = folder.resolve("flipped.tar.gz");
    for (int at = 0; at < sound.length; at += at < 600 ? 7 : 97) {
      byte[] damaged = sound.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      Files.write(file, damaged);
      ArchiveVerification verification = ArchiveVerifier.verify(file);
      assertThat(verification.findings())
          .as("bit %d of byte %d of %d", at % 8, at, sound.length)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.entry()).isNotBlank());
    }
  }

  @Test
  void verify_withABitOfEachEntryFlipped_namesThatEntry() throws IOException {
    Map<String, byte[]> entries = entries();
    List<String> unnamed = new ArrayList<>();
    for (String name : entries.keySet()) {
      if (name.equals(Manifest.FILE) || entries.get(name).length == 0) {
        continue;
      }
      SmallArchive archive = SmallArchive.of(folder, SmallRun.of(folder, "tiny", 1));
      byte[] flipped = entries.get(name).clone();
      flipped[flipped.length / 2] ^= 1;
      archive.contents().put(name, flipped);
      ArchiveVerification.Finding expected =
          new ArchiveVerification.Finding(
              name, "was altered: its SHA-256 is not the one in the manifest");
      if (!archive.verifyAsIs().findings().equals(List.of(expected))) {
        unnamed.add(name);
      }
    }
    assertThat(unnamed).isEmpty();
  }

  @Test
  void verify_ofEachRegionOfTheFile_saysWhichItIs() throws IOException {
    assertThat(findingAt(0)).startsWith("gzip header");
    assertThat(findingAt(9)).startsWith("gzip header");
    assertThat(findingAt(40)).startsWith("compressed stream was altered");
    assertThat(findingAt(sound.length - 6)).startsWith("end of the archive checksum or length");
    assertThat(findingAt(sound.length - 1)).startsWith("end of the archive checksum or length");
  }

  @Test
  void verify_ofATruncatedArchive_saysWhereItBreaksOff() throws IOException {
    Path file = folder.resolve("short.tar.gz");
    Files.write(file, Arrays.copyOf(sound, sound.length / 2));
    assertThat(ArchiveVerifier.verify(file).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.problem()).contains("ends early"));
  }

  @Test
  void verify_withFewerBytesAllowedThanItHas_refusesTheEntry() throws IOException {
    Path file = folder.resolve("bomb.tar.gz");
    Files.write(file, sound);
    assertThat(ArchiveVerifier.verify(file, new Limits(1000, 5000)).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.problem()).contains("claims", "all entries together"));
  }

  @Test
  void recompute_ofAnArm_drawsTheSeedOfTheStageItVaries() throws IOException {
    Path tiny = Path.of(System.getProperty("facerepro.home", ""), "fixtures/experiments/tiny.yaml");
    String arms = "\narms:\n  few: {train-faces: {generator: {subjects: 10}}}\n\ngates:";
    Path spec = folder.resolve("tiny.yaml");
    Files.writeString(spec, Files.readString(tiny).replace("\ngates:", arms));
    Path file = folder.resolve("arms.tar.gz");
    SmallRun.ofFile(folder, spec, 1).pack(file);
    ArchiveVerification verification = ArchiveVerifier.recompute(file);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.entries()).isGreaterThan(30);
  }

  @Test
  void open_ofADamagedArchive_isRefusedWithThePlace() throws IOException {
    Path file = folder.resolve("damaged.tar.gz");
    byte[] damaged = sound.clone();
    damaged[40] ^= 1;
    Files.write(file, damaged);
    assertThatThrownBy(() -> StoredRun.open(file))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("damaged.tar.gz is not sound: compressed stream was altered");
  }

  @Test
  void recompute_leavesNothingBehind() throws IOException {
    Path file = folder.resolve("run.tar.gz");
    Files.write(file, sound);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long before = count(temporary);
    assertThat(ArchiveVerifier.recompute(file).sound()).isTrue();
    assertThat(count(temporary)).isLessThanOrEqualTo(before);
  }

  private static long count(Path temporary) throws IOException {
    try (var files = Files.list(temporary)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("facerepro-recompute"))
          .count();
    }
  }

  private String findingAt(int at) throws IOException {
    Path file = folder.resolve("flipped.tar.gz");
    byte[] damaged = sound.clone();
    damaged[at] ^= 1;
    Files.write(file, damaged);
    ArchiveVerification.Finding first = ArchiveVerifier.verify(file).findings().get(0);
    return first.entry() + " " + first.problem();
  }

  private static SortedMap<String, byte[]> entries() throws IOException {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    TarGzReader.read(
        shared.resolve("run.tar.gz"),
        Limits.DEFAULT,
        (name, size, in) -> entries.put(name, in.readAllBytes()));
    return entries;
  }
}
