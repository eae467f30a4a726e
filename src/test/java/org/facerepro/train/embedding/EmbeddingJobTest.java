package org.facerepro.train.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facerepro.core.DataUnavailableException;
import org.facerepro.core.Json;
import org.facerepro.core.Progress;
import org.facerepro.core.SpecException;
import org.facerepro.core.StageFailedException;
import org.facerepro.data.Npy;
import org.facerepro.data.NpyArray;
import org.facerepro.data.pickle.VerificationBinWriter.Form;
import org.facerepro.image.ImageCodec;
import org.facerepro.nn.Compute;
import org.facerepro.nn.FaceEmbedder;
import org.facerepro.nn.FlipMode;
import org.facerepro.nn.foreign.ModelFixtures;
import org.facerepro.protocol.TestPictures;
import org.facerepro.protocol.convert.ConversionOptions;
import org.facerepro.protocol.convert.Converter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingJobTest {
  private static final Compute CPU = Compute.of("cpu");

  @TempDir private Path folder;
  private Path images = Path.of("");

  @BeforeEach
  void writeImages() throws IOException {
    images = folder.resolve("images");
    for (int person = 0; person < 4; person++) {
      Files.createDirectories(images.resolve("P" + person));
      for (int picture = 0; picture < 3; picture++) {
        Files.write(
            images.resolve("P%d/%d.png".formatted(person, picture)),
            ImageCodec.png(TestPictures.noise(112, 112, 10L * person + picture)));
      }
    }
  }

  private static FaceModel model(FlipMode flip) {
    return FaceModel.at(ModelFixtures.MODELS.resolve("tiny.pt"), null, flip);
  }

  private EmbeddingJob job(Path faces, int shardSize, String out) {
    return new EmbeddingJob(
        faces, null, model(FlipMode.SUM), 2, shardSize, folder.resolve(out + ".npy"));
  }

  private EmbeddedFaces run(EmbeddingJob job) {
    return job.run(false, CPU, Progress.SILENT);
  }

  private Map<String, byte[]> files(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String found = String.valueOf(file.getFileName());
        if (found.startsWith(name + ".")) {
          files.put(
              found.substring(name.length()),
              Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  /** Stands for a killed process: breaks off once so many images were embedded. */
  private static Progress dyingAfter(long images) {
    return (name, total, unit) ->
        new Progress.Task() {
          private long seen;

          @Override
          public void advance(long steps) {
            seen += steps;
            if (seen >= images) {
              throw new StageFailedException("killed");
            }
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
  }

  @ParameterizedTest
  @EnumSource(FlipMode.class)
  void rows_areWhatTheModelYieldsForThePictures(FlipMode flip) throws IOException {
    Path out = folder.resolve("out.npy");
    EmbeddedFaces done = run(new EmbeddingJob(images, null, model(flip), 5, 4, out));
    NpyArray rows = Npy.read(out);
    List<String> ids = Files.readAllLines(folder.resolve("out.txt"));
    assertThat(rows.shape()).containsExactly(12, done.dimension());
    assertThat(ids).hasSize(12).startsWith("P0/0.png", "P0/1.png").endsWith("P3/2.png");
    try (FaceEmbedder embedder = model(flip).open(CPU, 5)) {
      float[] expected = embedder.embed(List.of(TestPictures.noise(112, 112, 21)))[0];
      int at = ids.indexOf("P2/1.png") * done.dimension();
      assertThat(done.dimension()).isEqualTo(expected.length);
      for (int i = 0; i < expected.length; i++) {
        assertThat((float) rows.doubleAt(at + i)).isEqualTo(expected[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 7, 12})
  void job_killedAndRunAgain_endsWithTheSameBytesAsUndisturbed(int images) throws IOException {
    run(job(this.images, 3, "whole"));
    EmbeddingJob torn = job(this.images, 3, "torn");
    assertThatThrownBy(() -> torn.run(false, CPU, dyingAfter(images))).hasMessage("killed");
    assertThat(folder.resolve("torn.npy")).doesNotExist();
    run(torn);
    assertThat(files("torn")).containsExactlyEntriesOf(files("whole")).hasSize(3);
  }

  @Test
  void job_killed_keepsItsCompleteShards() {
    EmbeddingJob torn = job(images, 3, "torn");
    assertThatThrownBy(() -> torn.run(false, CPU, dyingAfter(7))).hasMessage("killed");
    assertThat(folder.resolve("torn.parts/part-00001.json")).exists();
    assertThat(folder.resolve("torn.parts/part-00002.json")).doesNotExist();
    long[] embedded = new long[1];
    torn.run(
        false,
        CPU,
        (name, total, unit) -> {
          embedded[0] = total;
          return Progress.SILENT.start(name, total, unit);
        });
    assertThat(embedded[0]).isEqualTo(6);
  }

  @Test
  void job_killedAndRunAgainWithAnotherPicture_usesNoShardOfBefore() throws IOException {
    EmbeddingJob torn = job(images, 3, "torn");
    assertThatThrownBy(() -> torn.run(false, CPU, dyingAfter(7))).hasMessage("killed");
    byte[] other = ImageCodec.png(TestPictures.noise(112, 113, 99));
    Files.write(images.resolve("P0/0.png"), other);
    assertThat(run(torn).failures()).containsOnlyKeys("P0/0.png");
  }

  @Test
  void job_killedAndRunAgainWithADamagedShard_makesItAgain() throws IOException {
    run(job(images, 3, "whole"));
    EmbeddingJob torn = job(images, 3, "torn");
    assertThatThrownBy(() -> torn.run(false, CPU, dyingAfter(7))).hasMessage("killed");
    Files.write(folder.resolve("torn.parts/part-00000.npy"), new byte[] {1, 2, 3});
    run(torn);
    assertThat(files("torn")).containsExactlyEntriesOf(files("whole"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rec/train.rec", "made.tar", "unpacked"})
  void rows_ofAnyContainer_areThoseOfTheFolder(String container) throws IOException {
    run(job(images, 5, "folder"));
    Path to = folder.resolve(container);
    ConversionOptions options =
        new ConversionOptions(
            null,
            new ConversionOptions.Wish(2, null, null, 1),
            Form.PYTHON3,
            null,
            true,
            false,
            true,
            false,
            false);
    Converter.run(images, to, options, Progress.SILENT);
    run(job(container.endsWith("rec") ? to.resolveSibling("") : to, 5, "other"));
    assertThat(files("other").get(".npy")).isEqualTo(files("folder").get(".npy"));
    assertThat(files("other").get(".txt")).isEqualTo(files("folder").get(".txt"));
  }

  @Test
  void picturesThatAreNoFaces_areCountedAndLeaveNoRow() throws IOException {
    Files.write(images.resolve("P1/1.png"), new byte[] {1, 2, 3});
    Files.write(images.resolve("P2/0.png"), ImageCodec.png(TestPictures.noise(112, 90, 1)));
    EmbeddedFaces done = run(job(images, 3, "out"));
    assertThat(done.samples()).isEqualTo(10);
    assertThat(done.failures()).containsOnlyKeys("P1/1.png", "P2/0.png");
    assertThat(done.failures().get("P2/0.png")).contains("it is 112 x 90");
    assertThat(Json.read(folder.resolve("out.json"), EmbeddedFaces.class)).isEqualTo(done);
    assertThat(Files.readAllLines(folder.resolve("out.txt"))).doesNotContain("P1/1.png");
  }

  @Test
  void picturesOfWhichNoneIsAFace_areAnError() throws IOException {
    Path none = Files.createDirectories(folder.resolve("none/P"));
    Files.write(none.resolve("a.png"), new byte[] {1});
    assertThatThrownBy(() -> run(job(folder.resolve("none"), 3, "out")))
        .isInstanceOf(DataUnavailableException.class)
        .hasMessageContaining("none of 1 pictures");
  }

  @Test
  void completeFile_isReplacedOnlyWhenAskedTo() throws IOException {
    run(job(images, 3, "out"));
    Files.write(images.resolve("P0/0.png"), ImageCodec.png(TestPictures.noise(112, 112, 99)));
    byte[] before = files("out").get(".npy");
    assertThatThrownBy(() -> run(job(images, 3, "out")))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("--force");
    job(images, 3, "out").run(true, CPU, Progress.SILENT);
    assertThat(files("out").get(".npy")).isNotEqualTo(before);
  }
}
